import { type Answer, type Field, fieldAt, type Scalar } from '../flow/index.ts'
import { allByWords, placeIn, stands } from '../reading/index.ts'
import type { Command } from './commands.ts'
import { byTurn, changes, holds } from './correct-value.ts'
import { firstClause, type Place, tells } from './correction.ts'
import { namesOf } from './field-names.ts'
import { renewed } from './renew.ts'

// Corrections that name an answer by its own words, or by a part of it.

const INTO = '(?:改成|改为|换成|换为|变成|应该是|应该说|应当是|其实是|更正为|改|换)'

/** Right after a correction: 哎不对 是4月15号 goes to what was corrected last, if it can be that. */
export function byChanged(place: Place, t: string, marked: boolean): Command | undefined {
  const { flow, frame, open, around } = place
  const { changed } = frame
  if (!changed || !marked) return undefined
  const field = fieldAt(flow, changed.path)
  if (!field || field.kind === 'list') return undefined
  const led = new RegExp(`^(?:那个)?(?:${INTO}|是|写)[:：\\s]*(?=\\S)`, 'u').exec(t)?.[0] ?? ''
  const words = t.slice(led.length)
  if (words === '' || words.length > 40) return undefined
  // Prose reads as anything: it must be short, and not what is being told just now.
  const prose = field.kind.startsWith('text') && !(field.kind === 'text' && field.like === 'number')
  if (prose && ((tells(open) && led === '') || words.length > 20)) return undefined
  const said = field.kind === 'text' && field.person ? words : firstClause(words)
  const reading = renewed(field, said, frame.answers[changed.path] ?? changed.was, around)
  return reading === undefined ? undefined : { type: 'correct', path: changed.path, said }
}

/** 刚才那个财务制度的，改成不清楚: the answer whose own words are repeated. */
export function byOwnWords(place: Place, t: string, earlier: boolean): Command | undefined {
  const found = new RegExp(
    `^(?:把|将)?(?:我)?(?:说|填|写|答|讲)?(?:的)?(?:那个|那条|那项|那句)?(.{2,30}?)(的?(?:那个事|那件事|那个|那条|那项|那一项|那一条|那句|那块|那里|这条|这个)|的)?[,，\\s]*(?:我)?(?:想|要|得|还是)?${INTO}(?!一下|吧|了)[:：\\s]*(.+)$`,
    'u',
  ).exec(t)
  const [, raw, pointed, into] = found ?? []
  if (!raw || !into || (!earlier && !pointed?.includes('那')) || (tells(place.open) && !earlier)) return undefined
  const old = raw.replace(/的$/, '')
  const said = firstClause(into)
  const hits = byTurn(place).flatMap(([path, answer]) => {
    const field = fieldAt(place.flow, path)
    if (!field || field.kind === 'list' || field.inner || path === place.open?.path) return []
    const n = likeness(place, path, field, answer, old)
    return n > 0 && renewed(field, said, answer, place.around) !== undefined ? [{ path, field, n }] : []
  })
  const best = Math.max(0, ...hits.map((h) => h.n))
  const top = hits.filter((h) => h.n === best)
  // Words of a silent answer were said for another one: that one is meant.
  const [hit] = top.filter((h) => !h.field.silent).length > 0 ? top.filter((h) => !h.field.silent) : top
  return best < 2 || hit === undefined ? undefined : { type: 'correct', path: hit.path, said }
}

/** How many characters of the words stand, in pairs, in what was said or in the names of the field. */
function likeness(place: Place, path: string, field: Field, answer: Answer, words: string): number {
  const own = [answer.said, ...namesOf(place.flow, path), shownIn(field, answer)].join(' ')
  // The value to the letter is surer than the sentence it was read from.
  const value = answer.is === 'given' ? answer.value : undefined
  if (value === words || (typeof value === 'object' && 'text' in value && value.text === words)) return 50
  if (own.includes(words)) return words.length + 1
  let n = 0
  for (let at = 0; at + 1 < words.length; at++) if (own.includes(words.slice(at, at + 2))) n++
  return n * 2 >= words.length - 1 ? n + 1 : n >= 2 ? n : 0
}

function shownIn(field: Field, answer: Answer): string {
  if (answer.is !== 'given') return ''
  const { value } = answer
  if (field.kind === 'choice')
    return (Array.isArray(value) ? value : [value]).map((v) => field.options[String(v)]?.label ?? '').join(' ')
  if (field.kind === 'yesNo') return [field.ask, ...(value === 'yes' ? field.yes : field.no)].join(' ')
  return typeof value === 'string' ? value : ''
}

/** 电话最后四位是5687不是5678, 尾号错了是5699, 文号年份错了是2025: a part of what was answered. */
export function byPart({ flow, frame }: Place, t: string): Command | undefined {
  const tail = tailIn(t)
  const phone = Object.entries(frame.answers).find(([path]) => fieldAt(flow, path)?.kind === 'phone')
  if (tail !== undefined && phone?.[1].is === 'given' && typeof phone[1].value === 'string')
    return { type: 'correct', path: phone[0], value: phone[1].value.slice(0, -tail.length) + tail, said: t }
  const year =
    /^.{0,8}年份?(?:写错|填错|说错|搞错|错|不对)?了?[,，\s]*(?:应该|应当)?(?:是|改成|为)?[:：\s]*(20\d\d)年?$/.exec(
      t,
    )?.[1]
  const number = Object.entries(frame.answers).find(([path]) => {
    const field = fieldAt(flow, path)
    return field?.kind === 'text' && field.like === 'number' && namesOf(flow, path).some((n) => t.startsWith(n))
  })
  return year && number ? { type: 'correct', path: number[0], said: year } : undefined
}

function tailIn(t: string): string | undefined {
  if (!/(?:最后|后|末)[四4三3两2五5六6]位|尾号|尾数|后面(?:四|几|两|三)位/.test(t)) return undefined
  const right = t.replace(/不是\d+/, '')
  return /(?<!\d)(\d{2,7})(?!\d)/.exec(right)?.[1]
}

/** 支书不叫周明，叫周鸣; 纪要不是6号，是9号: 不是X，是Y behind the name of what is meant. */
export function byDenial(place: Place, t: string): Command | undefined {
  const found = /^(.{1,12}?)(?:不是|不叫|不姓)(.{1,20}?)[,，\s]*(?:而)?(?:应该)?(?:是|叫|姓)(.{1,30})$/u.exec(t)
  const surname = /^(.{0,10}?)不姓(.)[,，\s]*(?:而)?(?:是|应该)?姓(.)(?:的|了|才对)?$/u.exec(t)
  if (surname?.[2] && surname[3]) return surnamed(place, surname[2], surname[3])
  const exchanged = tells(place.open) ? null : /^(.{2,20}?)(?:改成|改为|换成|换为)(.{1,30})$/u.exec(t)
  if (exchanged?.[1] && exchanged[2]) {
    const hit = heldExactly(place, exchanged[1], firstClause(exchanged[2]))
    if (hit) return hit
  }
  const written =
    /^(.{0,12}?)(?:我)?(?:写|说|填|打|听|记|弄)成了?(.{1,30}?)了?[,，\s]+(?:其实|实际|应该|应当)*(?:是|叫|为)?(.{1,30})$/u.exec(
      t,
    )
  if (written?.[2] && written[3] && !tells(place.open)) return heldExactly(place, written[2], firstClause(written[3]))
  const reversed = /^(?:我|他|那个|应该)*(?:是|叫)(.{1,20}?)[,，\s]*(?:而)?(?:不是|不叫)(.{1,20})$/u.exec(t)
  if (reversed?.[1] && reversed[2] && !tells(place.open)) return heldExactly(place, reversed[2], reversed[1])
  const [, head, old, right] = found ?? []
  if (!head || !old || !right) return undefined
  const said = firstClause(right)
  for (const [path, answer] of byTurn(place)) {
    const field = fieldAt(place.flow, path)
    if (!field || field.kind === 'list' || field.silent || !holds(field, answer, old)) continue
    const named = namesOf(place.flow, path).includes(head.replace(/^(?:那个|我的|我)|(?:那里|那项)$/gu, ''))
    // While a story is told the field must be called by its name, and nothing else be said.
    if (tells(place.open) && !(named && t.length <= 24)) continue
    const meant =
      namesOf(place.flow, path).some((name) => head.endsWith(name)) ||
      (field.kind === 'text' && field.person !== undefined)
    if (meant && changes(field, said, answer, place.around)) return { type: 'correct', path, said }
  }
  return undefined
}

/** 村支书不姓周，姓邹. */
function surnamed(place: Place, old: string, now: string): Command | undefined {
  const all = Object.entries(place.frame.answers).flatMap(([path, answer]) => {
    const field = fieldAt(place.flow, path)
    const person = field?.kind === 'name' || (field?.kind === 'text' && field.person !== undefined)
    return person && answer.is === 'given' && typeof answer.value === 'string' && answer.value.startsWith(old)
      ? [{ path, value: now + answer.value.slice(1) }]
      : []
  })
  const [hit] = all
  return all.length === 1 && hit ? { type: 'correct', ...hit, said: `姓${now}` } : undefined
}

/** The one answer that is these words, or the only one that holds them. */
function heldExactly(place: Place, old: string, said: string): Command | undefined {
  const all = byTurn(place).filter(([path, answer]) => {
    const field = fieldAt(place.flow, path)
    return field !== undefined && field.kind !== 'list' && answer.is === 'given' && holds(field, answer, old)
  })
  const whole = all.filter(([, answer]) => answer.is === 'given' && answer.value === old)
  const [hit] = whole.length > 0 ? whole : all
  const field = hit && fieldAt(place.flow, hit[0])
  if (!hit || !field || !changes(field, said, hit[1], place.around)) return undefined
  return { type: 'correct', path: hit[0], said }
}

/** 我刚才说没有损失不对，有一点: the answer whose words are taken back, and the right ones. */
export function takenBack(place: Place, t: string): Command | undefined {
  const found =
    /^(?:我|那个)*(?:刚才|刚刚|前面|上面|之前|先前)(?:我)?(?:说|填|写|答|讲|选)(?:的|成)?(?:是)?(.{2,20}?)(?:是)?(?:不对|错了|错的|说错了|填错了|写错了|不准|不准确)[,，\s]*(?:应该|其实|实际上|实际)*(?:是)?(.*)$/u.exec(
      t,
    )
  if (!found?.[1] || tells(place.open)) return undefined
  const [old, said] = [found[1], firstClause(found[2] ?? '')]
  const hits = byTurn(place).flatMap(([path, answer]) => {
    const field = fieldAt(place.flow, path)
    if (!field || field.kind === 'list' || field.inner || field.silent || path === place.open?.path) return []
    const n = likeness(place, path, field, answer, old)
    return n > 1 && (said === '' || changes(field, said, answer, place.around)) ? [{ path, n }] : []
  })
  const [hit] = [...hits].sort((a, b) => b.n - a.n)
  if (hit) return { type: 'correct', path: hit.path, ...(said === '' ? {} : { said }) }
  // Whatever it is that was wrong: it is no answer to a yes-or-no question.
  return place.open?.field.kind === 'yesNo' || place.open?.field.kind === 'statement' ? whichOf(place, said) : undefined
}

/** 不是东区，是西区, where nothing that was answered says 东区: no no, but a correction of something; it is asked of what. */
export function unsure(place: Place, t: string): Command | undefined {
  const { flow, open, around } = place
  const found = /^不是(.{1,10}?)[,，\s]+(?:而)?(?:应该)?是(.{1,12})$/u.exec(t)
  if (!found?.[2] || !open || tells(open) || open.field.kind === 'list') return undefined
  const { field } = open
  if (ownWordsStand(field, t) || placeIn(t, around.places)) return undefined
  if (field.kind !== 'yesNo' && field.kind !== 'statement' && renewed(field, found[2], undefined, around))
    return undefined
  const said = firstClause(found[2])
  const old = (found[1] ?? '').replace(/的$/, '')
  const near = byTurn(place).filter(([path, answer]) => {
    const f = fieldAt(flow, path)
    const closed = f?.kind === 'choice' || f?.kind === 'yesNo' || f?.kind === 'period' || f?.kind === 'amount'
    return closed && path !== open.path && likeness(place, path, f, answer, old) > 1 && changes(f, said, answer, around)
  })
  // 不是班子定的，是我自己拍板的 after 班子开会定的: near enough, if it is the only one.
  if (near.length === 1 && near[0]) return { type: 'correct', path: near[0][0], said }
  return whichOf(place, said)
}

function whichOf(place: Place, said: string): Command {
  const all = byTurn(place).filter(([path]) => {
    const f = fieldAt(place.flow, path)
    return f !== undefined && f.kind !== 'list' && !f.silent && !f.inner && path !== place.open?.path
  })
  const fit = all.filter(([path, answer]) => {
    const f = fieldAt(place.flow, path) as Scalar
    return f.kind === 'text' || f.kind === 'texts' || changes(f, said, answer, place.around)
  })
  return {
    type: 'correct',
    path: '',
    unsure: (fit.length > 0 ? fit : all).slice(0, 4).map(([path]) => path),
    said,
  }
}

/** 不改了 while something is asked again that was answered: it stays as it was. */
export const staysAsWas = ({ frame, open }: Place, t: string): boolean =>
  open !== undefined &&
  frame.reopened[open.path] !== undefined &&
  /^(?:算了|那|就|还是|哎)*[,，\s]*(?:不改了|不用改了|别改了|还按原来的)(?:吧)?$/u.test(t)

const ownWordsStand = (field: Field, t: string): boolean =>
  field.kind === 'yesNo'
    ? [...field.yes, ...field.no].some((w) => w.length >= 2 && (t.includes(w) || stands(t, w)))
    : field.kind === 'choice' && allByWords(field, t, {}).length > 0
