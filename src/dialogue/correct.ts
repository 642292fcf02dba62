import { count, type Flow, fieldsOf } from '../flow/index.ts'
import { counted } from './form.ts'
import { read, type Around } from './read/index.ts'
import { readNumber } from '../base/index.ts'
import type { Frame } from './types.ts'

/** A correction as understood: which answer, and the new words if they were said with it. */
export type Correction =
  | { readonly type: 'correct'; readonly path: string; readonly said?: string; readonly ordinal?: number }
  | { readonly type: 'remove'; readonly list: string; readonly index: number }

const N = '[一二两三四五六七八九十\\d]+'
const INTO = '(?:改成|改为|改到|换成|应该是|应当是|应为|更正为|变成|其实是|改|是|为)'

/**
 * Reads a correction of an earlier answer: by ordinal (第二个改成…), by the field's name (把时间改成…), by its old value
 * (不是X，是Y), or as a wish to change a field (改时间). `undefined` if the sentence corrects nothing.
 */
export function readCorrection(flow: Flow, frame: Frame, text: string, around: Around): Correction | undefined {
  const t = text.replace(/^(?:不对|错了|等等|等一下|不是的|哦|啊|唉|刚才说错了|说错了|我说错了)[\s,，。!！]*/u, '').replace(/^(?:刚才|刚刚|前面|上面)的?/u, '')
  return inList(flow, frame, t) ?? byOrdinal(flow, frame, t) ?? byName(flow, frame, t) ?? byValue(flow, frame, t, around)
}

function inList(flow: Flow, frame: Frame, t: string): Correction | undefined {
  const found = new RegExp(`第?(${N})[条件位](?:事|事情|事实|人)?[的,，\\s]*(.*)$`).exec(t)
  const n = found?.[1] ? readNumber(found[1]) : undefined
  if (n === undefined || found?.[2] === undefined) return undefined
  for (const [list, field] of fieldsOf(flow)) {
    if (field.kind !== 'list' || n < 1 || n > count(frame.answers, list)) continue
    if (/^(?:把它)?(?:删|去掉|不要|撤|拿掉|取消)/.test(found[2])) return { type: 'remove', list, index: n - 1 }
    const part = named(flow, found[2], (path) => path.startsWith(`${list}[].`))
    if (part) return { type: 'correct', path: part.path.replace('[]', `[${n - 1}]`), ...(part.said ? { said: part.said } : {}) }
  }
  return undefined
}

function byOrdinal(flow: Flow, frame: Frame, t: string): Correction | undefined {
  const found = new RegExp(`^(?:把)?第(${N})(?:个|题|问|项|条)?(?:的|那个|回答|答案)*[,，\\s]*(?:${INTO}[:：\\s]*(.+)|(?:错了|不对|改一下|要改|重新(?:填|答|说)).*)$`).exec(t)
  const n = found?.[1] ? readNumber(found[1]) : undefined
  const at = n === undefined ? undefined : counted(flow, frame.answers)[n - 1]
  if (!at || n === undefined) return undefined
  return { type: 'correct', path: at.path, ordinal: n, ...(found?.[2] ? { said: firstClause(found[2]) } : {}) }
}

function byName(flow: Flow, frame: Frame, t: string): Correction | undefined {
  const wish = /^(?:我)?(?:想|要)?(?:把|将)?(?:改|修改|更正|重填|重新填|重说)(?:一下|下)?[:：\s]*(.+)$/.exec(t)
  const part = named(flow, wish?.[1] ?? t, () => true, wish !== null)
  if (!part) return undefined
  const path = part.path.includes('[]') ? latest(frame, part.path) : part.path
  return path && frame.answers[path] ? { type: 'correct', path, ...(part.said ? { said: part.said } : {}) } : undefined
}

/** A field called by its label or another name, with 改成 and the new words behind it. `bareName`: the name alone is enough. */
function named(flow: Flow, t: string, fits: (path: string) => boolean, bareName = false): { path: string; said?: string } | undefined {
  const item = /^第(\d+)[件位](?:事情|被反映人)\s*·\s*(.+)$/.exec(t)
  for (const [path, field] of fieldsOf(flow)) {
    if (!fits(path) || field.kind === 'list') continue
    for (const name of [field.label, ...field.aka].sort((a, b) => b.length - a.length)) {
      const rest = (item?.[2] ?? t).replace(/^把/, '')
      if (!rest.startsWith(name)) continue
      const tail = rest.slice(name.length).replace(/^(?:那个|那项|那里|写错了|填错了|不对|错了|说错了)[\s,，]*/u, '')
      const said = new RegExp(`^[\\s,，:：]*(?:要|得)?${INTO}[:：\\s]*(.+)$`).exec(tail)?.[1]
      if (said && said !== '了' && said !== '一下') return { path: item ? path.replace('[]', `[${Number(item[1]) - 1}]`) : path, said: firstClause(said) }
      if ((bareName && tail === '') || /^(?:改了|改一下|要改|改改|重填)/.test(tail) || (tail === '' && /错了|不对/.test(rest))) return { path: item ? path.replace('[]', `[${Number(item[1]) - 1}]`) : path }
    }
  }
  return undefined
}

/** 不是X，是Y: the answer whose own words or value hold X. */
function byValue(flow: Flow, frame: Frame, t: string, around: Around): Correction | undefined {
  const found = /^不是(.{1,30}?)[,，\s]+(?:而是|应该是|是|改成)(.+)$/u.exec(t)
  if (!found?.[1] || !found[2]) return undefined
  const [old, said] = [found[1], firstClause(found[2])]
  for (const [path, answer] of Object.entries(frame.answers).sort(([, a], [, b]) => b.turn - a.turn)) {
    if (answer.is !== 'given' || !(answer.said.includes(old) || String(JSON.stringify(answer.value)).includes(old))) continue
    const field = fieldsOf(flow).get(path.replace(/\[\d+\]/, '[]'))
    if (field && field.kind !== 'list' && !field.silent && read(field, said, around) !== undefined) return { type: 'correct', path, said }
  }
  return undefined
}

/** The newest item that has the part. */
function latest(frame: Frame, pattern: string): string | undefined {
  const list = pattern.slice(0, pattern.indexOf('['))
  for (let n = count(frame.answers, list) - 1; n >= 0; n--) if (frame.answers[pattern.replace('[]', `[${n}]`)]) return pattern.replace('[]', `[${n}]`)
  return undefined
}

/** 改成事中,已经进场三天了 → 事中: what follows a comma explains the correction. */
const firstClause = (said: string) => said.split(/[,，。;；]/)[0]?.trim() ?? said
