import { bareText } from '../base/index.ts'
import type { Field, Flow, Open, Value } from '../flow/index.ts'
import {
  type Around,
  aboutTheForm,
  byWords,
  noWords,
  periodIn,
  read,
  readKnownBy,
  saysNothing,
  tellsDeed,
} from '../reading/index.ts'
import { asks, asksInStory } from './asks.ts'
import { astray, namesProof, onlyWho } from './astray.ts'
import { besides, matterToo, peopleToo, personParts, storyToo } from './beside-answer.ts'
import type { Command } from './commands.ts'
import type { Ear } from './ear.ts'
import { elsewhere } from './elsewhere.ts'
import { tellsFear } from './fear.ts'
import { flowOf } from './form.ts'
import { hear, reheard } from './hear.ts'
import { namesOne, signs, withheldFirst } from './no-answer.ts'
import { openItems } from './open-list.ts'
import { perItem } from './per-item.ts'
import { bare, clauses, segments } from './segment.ts'
import { starts } from './starts.ts'
import type { Conversation } from './types.ts'
import { isCommand } from './words.ts'

/** Questions whose answer is prose: a story may hold anything, so little is read out of it but its own sentences. */
export const story = (open: Open | undefined): boolean =>
  open !== undefined &&
  // A document's number is no prose: other words beside it mean something else.
  ((open.field.kind === 'text' && open.field.like !== 'number') ||
    open.field.kind === 'texts' ||
    (open.field.kind === 'list' && open.field.main === 'what'))

/** A prose answer: questions and commands to us in it are obeyed, all the rest is the answer, word for word. */
export function told(ear: Ear, text: string, correctionIn: (ear: Ear, said: string) => Command | undefined): Command[] {
  const open = ear.open as Open
  if (open.field.kind === 'text' && open.field.whole && !saysNothing(text))
    return [{ type: 'fill', path: open.path, value: text.trim(), said: text.trim(), direct: true }]
  const who = onlyWho(flowOf(ear.bot, ear.state.frame as NonNullable<Conversation['frame']>), open, text, ear.around)
  if (who.length > 0) return who
  const out: Command[] = []
  const rest: string[] = []
  for (const part of segments(text)) {
    const correction = correctionIn(ear, bare(part)) ?? ledByCorrection(ear, part, correctionIn)
    const said = bare(part)
    if (correction) out.push(correction)
    else if (isCommand('why', said)) out.push({ type: 'why' })
    else if (isCommand('example', said)) out.push({ type: 'example' })
    else if (isCommand('human', said)) out.push({ type: 'human' })
    else {
      const { kept, question } = divided(part, story(open) ? asksInStory : asks)
      if (kept !== '') rest.push(kept)
      if (question !== '') out.push({ type: 'wonder', question })
    }
  }
  const whole = rest.length > 0 && out.length === 0 ? text.trim() : rest.join('\n')
  if (bareText(whole) === '') return out
  // 他把水泥拉回家，我怕写错了被抓: who tells this wants no other form.
  const other = tellsFear(ear.bot.fears, whole) ? [] : rest.flatMap((s) => starts(ear, s))
  if (other.length > 0 && bareText(whole).length < 30) return [...other, ...out]
  return [...answer(ear, whole), ...out]
}

/** 改成实名吧，说清楚些: a correction, and nothing told behind it. */
function ledByCorrection(
  ear: Ear,
  part: string,
  correctionIn: (ear: Ear, said: string) => Command | undefined,
): Command | undefined {
  const [lead = '', ...rest] = clauses(part)
  const behind = rest.join('')
  return rest.length > 0 && bareText(behind).length <= 10 && !tellsDeed(behind)
    ? correctionIn(ear, bare(lead))
    : undefined
}

/** 他把水泥拉自己家，这算贪污吗: what is told is kept, what is asked is asked. A question that tells nothing is only a question. */
function divided(part: string, asking: (s: string) => boolean): { kept: string; question: string } {
  if (!asking(part)) {
    const last = clauses(part).at(-1) ?? ''
    if (last === part || !asking(last) || !tellsDeed(part.slice(0, part.length - last.length)))
      return { kept: part, question: '' }
  }
  const all = clauses(part)
  const first = all.findIndex((c, n) => asking(c) && all.slice(n).every((later) => asking(later) || !tellsDeed(later)))
  const kept = first > 0 ? all.slice(0, first).join('，') : ''
  return tellsDeed(kept) || /^(?:我|俺|手里|手上|这边|家里)?(?:还|倒)?有\p{Script=Han}/u.test(kept)
    ? { kept, question: all.slice(first).join('，') }
    : { kept: '', question: part }
}

/** One sentence while a closed question, or none, is open. */
export function sentence(ear: Ear, said: string): Command[] {
  const { bot, state, open, around } = ear
  const flow = state.frame ? flowOf(bot, state.frame) : undefined
  const question = asks(said) && !namesOption(ear, said)
  const started = starts(ear, said)
  if (started.length > 0 && (question || !choosesAnother(ear, said, started))) return started
  if (open && flow) {
    // A number's own brackets are no marks at its ends.
    const own = open.field.kind === 'text' && open.field.like === 'number' ? said : bare(said)
    const answered = !question || supposes(flow, said) ? answer(ear, own) : answeredFirst(ear, said)
    if (answered.length > 0) return answered
  }
  if (flow && !question) {
    const path = open?.path
    const heard = hear(flow, said, around, path).map(
      ({ path, value }): Command => ({ type: 'fill', path, value, said, direct: false }),
    )
    if (heard.length > 0) return heard
    if (bareText(said).length >= 4) {
      const other = reheard(flow, said, around).map(
        ({ path, value }): Command => ({ type: 'fill', path, value, said, direct: false }),
      )
      if (other.length > 0) return other
    }
  }
  const told = open && flow && !question ? astray(flow, open, said, around) : []
  if (told.length > 0) return told
  const withheld = open ? withheldFirst(open, said) : []
  if (withheld.length > 0) return withheld
  const outOfOrder = open && flow && !question ? elsewhere(flow, said, around, open.path) : undefined
  if (outOfOrder) return [outOfOrder]
  if (isCommand('greet', bare(said))) return [{ type: 'greet' }]
  // 这问题啥意思 损失算啥: asked about the question that is open.
  const about =
    open && question ? (['example', 'why'] as const).find((w) => isCommand(w, bare(clauses(said)[0] ?? ''))) : undefined
  if (about) return [{ type: about }]
  return question || !open ? [{ type: 'wonder', question: said }] : []
}

/** 不想让人知道我是谁: an option's own words are its answer, though they hold a word that asks. */
function namesOption({ open, around }: Ear, said: string): boolean {
  if (open?.field.kind !== 'choice' || /[吗么嘛?？]\s*$/.test(said)) return false
  const chosen = byWords(open.field, bare(said), around.answers, 4)
  if (chosen === undefined) return false
  // 12388是干啥的 names an option and asks of it: what asks must be among the option's own words.
  const { label, words } = open.field.options[chosen] ?? { label: '', words: [] }
  const own = [label, ...words].filter((w) => said.includes(w)).sort((a, b) => b.length - a.length)[0] ?? ''
  return !/是(?:干|做|指)?(?:什么|啥)|多少|几[年月天级]|怎么|为什么|为啥|多久|区别/.test(said.replace(own, ''))
}

/** 那就写容错申请, where that is one of the choices: the choice is made, and the form it leads to opens when this one ends. */
function choosesAnother({ open, around }: Ear, said: string, [start]: readonly Command[]): boolean {
  if (open?.field.kind !== 'choice') return false
  const reading = read(open.field, bare(said), around)
  const chosen = reading && 'value' in reading && typeof reading.value === 'string' ? reading.value : undefined
  const opens = chosen === undefined ? undefined : open.field.options[chosen]?.opens
  return opens !== undefined && !(start?.type === 'start' && start.flow === opens)
}

/** 那我要是党员呢: where nothing is handed in, a supposed answer is an answer, because it asks for the rest. */
const supposes = (flow: Flow, said: string) =>
  !flow.steps.some((s) => 'submit' in s) &&
  /^(?:那|那么)?(?:我)?(?:要是|如果|假如|我是|万一).{1,12}(?:呢|会怎样|会怎么样|怎么样|咋样|会咋样)[?？]?$/.test(said)

/** 匿名 可以吗 asks whether it may be, and settles nothing. */
const TAG = /^(?:可以|行|好|能行|成|中|得|可不可以|行不行|好不好)?(?:吗|么|不)?$/

/** 匿名，会不会查到我？: the answer stands first and the question behind it. */
function answeredFirst(ear: Ear, said: string): Command[] {
  const all = clauses(said)
  const first = all.findIndex(asks)
  const lead = first > 0 ? all.slice(0, first).join('，') : ''
  if (
    lead === '' ||
    /的话|如果|要是|假如|比如|还是|或者|请问|想问|区别/.test(lead) ||
    TAG.test(bare(all.slice(first).join('')))
  )
    return []
  const answered = answer(ear, bare(lead)).filter((c) => c.type === 'fill' || c.type === 'noAnswer')
  return answered.length > 0 ? [...answered, { type: 'wonder', question: all.slice(first).join('，') }] : []
}

/** The open question's own answer, and whatever else the sentence says on the way. */
function answer(ear: Ear, said: string): Command[] {
  const { bot, state, around } = ear
  const open = ear.open as Open
  const flow = flowOf(bot, state.frame as NonNullable<Conversation['frame']>)
  const { fills, rest } = perItem(flow, open, said, around)
  const own = ownAnswer(ear, open, rest)
  if (own.length === 0 || own[0]?.type === 'impossible') return own
  const direct =
    own[0]?.type === 'fill'
      ? {
          ...around,
          answers: { ...around.answers, [open.path]: { is: 'given' as const, value: own[0].value, said, turn: 0 } },
        }
      : around
  const heard = hear(flow, said, direct, open.path).map(
    ({ path, value }): Command => ({ type: 'fill', path, value, said, direct: false }),
  )
  return [
    ...own,
    ...fills,
    ...heard,
    ...besides(flow, open, said, around),
    ...storyToo(flow, open, rest, around),
    ...peopleToo(flow, open, said, around),
    ...personParts(open, said, around),
    ...matterToo(flow, open, said, direct),
  ]
}

function ownAnswer({ bot, around, state }: Ear, open: Open, said: string): Command[] {
  const { field, path } = open
  if (field.kind === 'list') {
    const items = openItems(field, said, around, state.misses > 0)
    return items.length > 0 ? [{ type: 'add', list: path, items, said }] : []
  }
  // 不是张三，是李四 says what is right, and is no no.
  if (field.kind === 'yesNo' && /^不是.{1,12}[,，\s]+(?:而)?是/u.test(said)) return []
  const flow = flowOf(bot, state.frame as NonNullable<Conversation['frame']>)
  if (field.kind.startsWith('text') && signs(flow, said)) return [{ type: 'hurry' }]
  if (field.kind === 'text' && (field.person || field.like === 'unit') && !namesOne(said)) return []
  if (field.kind === 'text' && (field.person || field.like) && namesProof(said)) return []
  if (
    field.kind === 'yesNo' &&
    clauses(said)
      .slice(1)
      .some((c) => isCommand('unknown', bare(c)))
  )
    return [{ type: 'noAnswer', path, is: 'unknown', said }]
  const known = field.kind === 'choice' && KNOWN_BY.every((k) => k in field.options) ? readKnownBy(said) : undefined
  const reading = known === undefined || bareText(said).length < 5 ? read(field, said, around) : { value: known }
  if (reading === undefined && field.kind === 'text' && field.none && noWords.test(said) && !aboutTheForm(said))
    return [{ type: 'fill', path: field.none.field, value: field.none.is, said, direct: true }]
  if (reading === undefined) return []
  if ('impossible' in reading) return [{ type: 'impossible', why: reading.impossible }]
  if ('is' in reading) return [{ type: 'noAnswer', path, is: 'unknown', said }]
  return [{ type: 'fill', path, value: shortTime(field, reading.value, said, around), said, direct: true }]
}

/** 上周五，他收了老板三万块: of a story told at the question of the time only its own words are the time. */
function shortTime(field: Field, value: Value, said: string, { today }: Around): Value {
  if (field.kind !== 'period' || bareText(said).length < 14) return value
  const timed = periodIn(said, today)
  return timed && 'period' in timed ? { ...timed.period, text: timed.words } : value
}

/** The options of the question how a thing is known, which has a reader of its own: 我老公亲眼看见的 is hearsay. */
const KNOWN_BY = ['亲历', '亲见', '转述', '推测', '材料'] as const
