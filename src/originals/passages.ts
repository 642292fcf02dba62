import { chineseNumeral } from '../base/index.ts'
import type { Passage, Piece, Structured } from './types.ts'

/** The way down to a piece: what its passages are called and where they stand. */
interface Way {
  readonly id: string
  readonly label: string
  readonly path: readonly string[]
  readonly article?: string
}

/**
 * The passages of a text in its order, ids unique: each paragraph and each item of a list by itself. Titles alone are no
 * passages, they are in `path`; the sentence before a list is a passage of its own (see `introOf`).
 *
 * Ids: `a120-1.2.3` article, paragraph, item; `q4.a.2` answer to the fourth question, second item, `q4.a.p2` its second
 * paragraph; `s3.2` third part of prose (三、), second item, `s3.p2` its second paragraph; `p12` twelfth paragraph outside
 * all these. Where a text counts something twice, the later one has `~2` behind its id.
 */
export function passagesOf(structured: Structured): readonly Passage[] {
  const { text, pieces } = structured
  const out: Passage[] = []
  const taken = new Map<string, number>()
  let questions = 0
  let paragraphs = 0
  inside(pieces, { id: '', label: '', path: [] })
  return out

  function inside(children: readonly Piece[], way: Way): void {
    const isOne = children.filter(({ level }) => level === '款').length === 1
    let own = 0
    for (const piece of children) {
      if (piece.level === '款' || piece.level === '段') own++
      down(piece, way, own, isOne)
    }
  }

  function down(piece: Piece, way: Way, own: number, isOne: boolean): void {
    const here = wayTo(piece, way, own, isOne)
    const first = piece.children[0]
    const isHolder = piece.level === '条' || piece.level === '答' || piece.level === '问' || piece.title !== undefined
    // A holder's own words are its mark and title; any other's are the sentence its list hangs on.
    if (!isHolder || (first === undefined && piece.level === '条'))
      passage(here, piece.start, first?.start ?? piece.end)
    else if (piece.level === '段' && first) passage(here, piece.start, first.start)
    else if (piece.level === '段') passage(here, piece.start, piece.end)
    inside(piece.children, here)
  }

  function wayTo(piece: Piece, way: Way, own: number, isOne: boolean): Way {
    const { level, number = '', title } = piece
    const path = title === undefined || level === '段' ? way.path : [...way.path, titled(piece)]
    switch (level) {
      case '编':
      case '分编':
      case '章':
      case '节':
        return { id: '', label: '', path }
      case '条': {
        const [main, sub] = number.split('-')
        const label = `第${chineseNumeral(Number(main))}条${sub ? `之${chineseNumeral(Number(sub))}` : ''}`
        return { id: `a${number}`, label, path: title === undefined ? way.path : [...way.path, title], article: number }
      }
      case '标题':
        if (number === '') return { id: '', label: '', path }
        if (
          way.id === '' &&
          piece.title !== undefined &&
          !text.startsWith('（', piece.start) &&
          !text.startsWith('(', piece.start)
        )
          return { id: `s${number}`, label: `第${chineseNumeral(Number(number))}部分`, path }
        return {
          id: way.id === '' ? `s${number}` : `${way.id}.${number}`,
          label: `${way.label}第${bracketed(number)}点`,
          path,
        }
      case '问':
        questions++
        return { id: `q${questions}`, label: `第${questions}问`, path }
      case '答':
        return { ...way, id: `${way.id}.a` }
      case '款':
        return {
          ...way,
          id: `${way.id}.${own}`,
          label: isOne ? way.label : `${way.label}第${chineseNumeral(own)}款`,
        }
      case '段':
        return paragraphWay(way, own)
      case '项':
        return {
          ...way,
          id: way.id === '' ? `i${number}` : `${way.id}.${number}`,
          label: `${way.label}第${bracketed(number)}${way.article === undefined ? '点' : '项'}`,
        }
      case '目':
        return { ...way, id: `${way.id}.${number}`, label: `${way.label}第${number}目` }
    }
  }

  function paragraphWay(way: Way, own: number): Way {
    if (way.id === '') {
      paragraphs++
      return { ...way, id: `p${paragraphs}`, label: `第${paragraphs}段` }
    }
    if (own === 1 && way.id.endsWith('.a')) return way
    return { ...way, id: `${way.id}.p${own}`, label: `${way.label}第${own}段` }
  }

  function passage(way: Way, from: number, to: number): void {
    let start = from
    let end = to
    while (start < end && /\s/.test(text[start]!)) start++
    while (end > start && /\s/.test(text[end - 1]!)) end--
    const words = text.slice(start, end)
    if (!/[\p{L}\p{N}]/u.test(words)) return
    const times = (taken.get(way.id) ?? 0) + 1
    taken.set(way.id, times)
    out.push({
      id: times === 1 ? way.id : `${way.id}~${times}`,
      label: way.label,
      path: way.path,
      ...(way.article === undefined ? {} : { article: way.article }),
      text: words,
      start,
      end,
    })
  }

  /** `第二章 总则`, as it is counted in the text. */
  function titled(piece: Piece): string {
    const lineEnd = text.indexOf('\n', piece.start)
    const mark = text.slice(piece.start, lineEnd < 0 ? piece.end : Math.min(lineEnd, piece.end))
    return piece.level === '问' || piece.number === undefined
      ? (piece.title ?? mark)
      : mark.endsWith(piece.title ?? '')
        ? mark
        : `${mark} ${piece.title}`
  }
}

/** The sentence an item of a list hangs on (`a50.1` of `a50.1.3`), absent where there is none. */
export function introOf(passage: Passage, passages: readonly Passage[]): Passage | undefined {
  const above = passage.id.slice(0, Math.max(0, passage.id.lastIndexOf('.')))
  return passages.find(({ id }) => id === above)
}

function bracketed(number: string): string {
  return `（${chineseNumeral(Number(number))}）`
}
