import { type Answer, type Field, fieldAt, type Scalar } from '../flow/index.ts'
import { type Around, byWords, ownWords, placeIn, read, stands } from '../reading/index.ts'
import type { Command } from './commands.ts'
import { firstClause, INTO, type Place, tells } from './correction.ts'
import { lastAnswered } from './form.ts'
import { renewed } from './renew.ts'

// Corrections that name no field, only what was wrong or what is right.

/** 上一个错了，是南阳; 说错了，是9月: of the last message's answers the one that reads the new words. */
export function byLast(place: Place, t: string, marked: boolean): Command | undefined {
  const { flow, frame, open, around, turn } = place
  const last =
    /^(?:上一个|上一题|上一项|上一条|上个|上一步|前一个|最后一个|刚才那个|刚才那题|刚才那项|刚才|刚刚)(?:问题|回答|答案|我)*(?:说|答|填|写|选|搞|打)?(?:错|得不对|的不对|不对)了?[,，。\s]*(?:我?(?:想|要)?(.*))$/u.exec(
      t,
    )
  const said = last ? last[1] : marked ? t : undefined
  if (said === undefined) return undefined
  const value = new RegExp(`^(?:那个)?${INTO}[:：\\s]*(.+)$`).exec(said)?.[1] ?? (last ? said : undefined)
  // 打错了，25年8月3号 may mean the question that is still open.
  if (value === undefined || value === '' || (!last && open && tells(open))) return undefined
  const words = firstClause(value)
  const stillOpen =
    open &&
    open.field.kind !== 'list' &&
    !open.field.kind.startsWith('text') &&
    newest(frame.answers) < turn - 1 &&
    changes(open.field, words, undefined, around)
  if (stillOpen) return undefined
  const latest = new Set(lastAnswered(frame))
  const found = byTurn(place).find(([path, answer]) => {
    const field = fieldAt(flow, path)
    if (!field || field.silent || path === open?.path || field.kind === 'list') return false
    // Prose reads as anything, so it is meant only where it was the last thing said.
    return (
      (!field.kind.startsWith('text') || (last !== null && latest.has(path))) && changes(field, words, answer, around)
    )
  })
  return found === undefined ? undefined : { type: 'correct', path: found[0], said: words }
}

/** 说错了，我单位是南阳的，洛阳是我老家: the place that stands with oneself. */
export function byOwnPlace({ flow, frame, around }: Place, t: string, marked: boolean): Command | undefined {
  if (!marked) return undefined
  for (const [path, answer] of Object.entries(frame.answers)) {
    if (fieldAt(flow, path)?.kind !== 'place') continue
    const own = t.split(/[,，。;；\s]+/).find((s) => /^(?:我|俺|咱|单位)/.test(s) && placeIn(s, around.places))
    const place = own === undefined ? undefined : placeIn(own, around.places)
    if (place && !(answer.is === 'given' && answer.value === place.short))
      return { type: 'correct', path, said: place.short }
  }
  return undefined
}

/** 不是X，是Y and 把X换成Y: the answer whose own words or value hold X. */
export function byOldWord(place: Place, t: string): Command | undefined {
  const found =
    /^不是(.{1,30}?)[,，\s]*(?:而是|应该是|是|改成)(.+)$/u.exec(t) ??
    /^(?:把|将)(.{1,30}?)(?:换成|改成|改为|变成|换为|替换成)(.+)$/u.exec(t) ??
    /^不(?:要|选|用)?(.{1,10}?)了?[,，\s]+(?:我)?(?:要)?(?:改成|换成|改为|换为|改用|换用|改|换|要|还是|选|用)(.+)$/u.exec(
      t,
    )
  if (!found?.[1] || !found[2]) return undefined
  const [old, said] = [found[1].replace(/(?:的|了)$/, ''), firstClause(found[2])]
  for (const [path, answer] of byTurn(place)) {
    const field = fieldAt(place.flow, path)
    if (!field || field.kind === 'list' || !holds(field, answer, old)) continue
    // What was only heard on the way is meant where it is said to the letter.
    if (field.silent && !(answer.is === 'given' && answer.value === old)) continue
    if (field.kind === 'text' && old.length < 2 && tells(place.open)) continue
    if (field.kind === 'texts' || (field.kind === 'choice' && field.many)) continue
    // Words that were said for another answer too are that one's.
    if (field.kind === 'text' && !(answer.is === 'given' && String(answer.value).includes(old))) continue
    if (field.kind === 'text' && field.like !== 'number')
      return { type: 'correct', path, said: swapped(answer, old, said) }
    if (changes(field, said, answer, place.around)) return { type: 'correct', path, said }
  }
  return /^不是/.test(t) ? undefined : byNewWord(place, `改${said}`)
}

/** 还是改实名吧: a choice or a place answered before, of which the words say something else now. */
export function byNewWord(place: Place, t: string): Command | undefined {
  const said =
    /^(?:我)?(?:还是|要|想|那就|那)*(?:改成|换成|改为|改用|换用|改|换|还是)(?:成|为|用)?([^,，。]{1,12}?)(?:吧|算了|好了|了)*$/u.exec(
      t,
    )?.[1]
  if (said === undefined || tells(place.open)) return undefined
  if (place.open && place.open.field.kind !== 'list' && read(place.open.field, said, place.around) !== undefined)
    return undefined
  for (const [path] of byTurn(place)) {
    const field = fieldAt(place.flow, path)
    if (!field || (field.kind !== 'choice' && field.kind !== 'place') || field.silent) continue
    // The same again is told as such, so that nobody wonders whether it was heard.
    if (changes(field, said, undefined, place.around)) return { type: 'correct', path, said }
  }
  return undefined
}

/**
 * 第3条改成去年6月 where the third answer is a unit: words that are wholly a sum or a time correct the sum or the time of the
 * same item, or of the form, or of the only item that has one. 第三个改一下 已经做完了 where the third is the matter: words that
 * are an option of one other answer correct that one.
 */
export function fitting({ flow, frame, around }: Place, command: Command): Command {
  if (command.type !== 'correct' || command.said === undefined || command.value !== undefined) return command
  const { said } = command
  const field = fieldAt(flow, command.path)
  if (field?.kind !== 'text')
    return command.ordinal === undefined ? command : elsewhereMeant(flow, frame, around, command)
  const kind = WHOLLY.find(([, words]) => words.test(said))?.[0]
  if (kind === undefined)
    return command.ordinal === undefined || field.like === 'number' || field.like === 'unit'
      ? command
      : elsewhereMeant(flow, frame, around, command)
  const all = Object.keys(frame.answers).filter((path) => {
    const field = fieldAt(flow, path)
    return field?.kind === kind && !field.silent && read(field, said, around) !== undefined
  })
  const item = /^.+\[\d+\]\./.exec(command.path)?.[0]
  const own = all.filter((path) => item !== undefined && path.startsWith(item))
  const path = own[0] ?? (all.length === 1 ? all[0] : undefined)
  // The number counted another answer: it is not said again.
  return path === undefined ? command : { type: 'correct', path, said }
}

/** The one other answer of a closed question that the words are an answer to, in its own words. */
function elsewhereMeant(
  flow: Place['flow'],
  frame: Place['frame'],
  around: Around,
  command: Extract<Command, { type: 'correct' }>,
): Command {
  const said = command.said ?? ''
  const at = fieldAt(flow, command.path)
  if (at && at.kind !== 'list' && at.kind !== 'text' && renewed(at, said, frame.answers[command.path], around))
    return command
  const fit = Object.entries(frame.answers).flatMap(([path, answer]) => {
    const field = fieldAt(flow, path)
    if (!field || field.kind === 'list' || field.silent || field.inner || path === command.path) return []
    const closed =
      field.kind === 'choice'
        ? byWords(field, said, around.answers, 3) !== undefined
        : field.kind === 'yesNo'
          ? ownWords(field, said) || [...field.yes, ...field.no].some((w) => w.length >= 3 && stands(said, w))
          : (field.kind === 'period' || field.kind === 'amount' || field.kind === 'phone') &&
            (at?.kind !== 'text' || WHOLLY.some(([kind, words]) => kind === field.kind && words.test(said)))
    return closed && changes(field, said, answer, around) ? [path] : []
  })
  return fit.length === 1 && fit[0] !== undefined ? { type: 'correct', path: fit[0], said } : command
}

const FIGURES = '[零〇一二两三四五六七八九十百千万亿几多\\d.,]'
const WHOLLY: readonly (readonly ['amount' | 'period', RegExp])[] = [
  [
    'amount',
    new RegExp(`^(?:大概|大约|约|差不多)?${FIGURES}+(?:[万亿wW](?:多|来)?|块钱?|元)(?:块钱?|元)?(?:左右|上下|多)?$`),
  ],
  [
    'period',
    /^(?:(?:大前年|前年|去年|今年|\d{2,4}年)的?(?:[\d一二三四五六七八九十]{1,3}月份?)?|[\d一二三四五六七八九十]{1,3}月份?|上个?月)(?:初|底|左右)?(?:[\d一二三四五六七八九十]{1,3}[号日])?$/,
  ],
]

/** What was corrected just now first, then what was answered last. */
export const byTurn = ({ frame }: Place): readonly (readonly [string, Answer])[] =>
  Object.entries(frame.answers).sort(
    ([p, a], [q, b]) => Number(q === frame.changed?.path) - Number(p === frame.changed?.path) || b.turn - a.turn,
  )

const newest = (answers: Place['frame']['answers']) => Math.max(0, ...Object.values(answers).map((a) => a.turn))

/** True if the words read as a value of the field other than the one it has. */
export function changes(field: Field, said: string, old: Answer | undefined, around: Around): boolean {
  if (field.kind === 'list') return false
  const reading = renewed(field as Scalar, said, old, around)
  if (reading !== undefined && 'is' in reading) return old !== undefined && old.is !== reading.is
  if (reading === undefined || !('value' in reading)) return false
  return old?.is !== 'given' || JSON.stringify(old.value) !== JSON.stringify(reading.value)
}

export function holds(field: Field, answer: Answer, old: string): boolean {
  if (answer.is !== 'given') return false
  const label =
    field.kind === 'choice' && typeof answer.value === 'string' ? (field.options[answer.value]?.label ?? '') : ''
  return (
    answer.said.includes(old) || JSON.stringify(answer.value).includes(old) || (label !== '' && label.includes(old))
  )
}

/** In prose only the wrong words are exchanged; the rest of it stays. */
function swapped(answer: Answer, old: string, said: string): string {
  return answer.is === 'given' && typeof answer.value === 'string' ? answer.value.replace(old, () => said) : said
}
