import { bareText } from '../base/index.ts'
import { type Flow, fieldAt, given, type Open } from '../flow/index.ts'
import { type Around, read, tellsDeed } from '../reading/index.ts'
import { asks, asksInStory } from './asks.ts'
import type { Command } from './commands.ts'
import { flowOf, newest } from './form.ts'
import { hear, reheard } from './hear.ts'
import { openItems, toldOf } from './open-list.ts'
import { bare, clauses, segments } from './segment.ts'
import type { Bot, Conversation } from './types.ts'
import { isCommand } from './words.ts'

/** What is needed to understand a sentence: the content, where the conversation stands, and what is open. */
export interface Ear {
  readonly bot: Bot
  readonly state: Conversation
  readonly open: Open | undefined
  readonly around: Around
}

/** Questions whose answer is prose: a story may hold anything, so little is read out of it but its own sentences. */
export const story = (open: Open | undefined): boolean =>
  open !== undefined &&
  (open.field.kind === 'text' ||
    open.field.kind === 'texts' ||
    (open.field.kind === 'list' && open.field.main === 'what'))

/** A prose answer: questions and commands to us in it are obeyed, all the rest is the answer, word for word. */
export function told(ear: Ear, text: string, correctionIn: (ear: Ear, said: string) => Command | undefined): Command[] {
  const open = ear.open as Open
  const out: Command[] = []
  const rest: string[] = []
  for (const part of segments(text)) {
    const correction = correctionIn(ear, bare(part))
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
  const other = rest.flatMap((s) => starts(ear, s))
  if (other.length > 0 && bareText(whole).length < 30) return [...other, ...out]
  return [...answer(ear, whole), ...out]
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
  const started = starts(ear, said)
  if (started.length > 0) return started
  const flow = state.frame ? flowOf(bot, state.frame) : undefined
  const question = asks(said)
  if (open && flow) {
    const answered = !question || supposes(flow, said) ? answer(ear, bare(said)) : answeredFirst(ear, said)
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
  if (isCommand('greet', bare(said))) return [{ type: 'greet' }]
  return question || !open ? [{ type: 'wonder', question: said }] : []
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
  const own = ownAnswer(ear, open, said)
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
  return [...own, ...heard, ...besides(flow, open, said, around), ...matterToo(flow, open, said, direct)]
}

/** 药商每个月给他送钱，一次一两万，司机跟我说的: the other questions of the same item that the answer settles too. */
function besides(flow: Flow, open: Open, said: string, around: Around): Command[] {
  const item = /^(.+\[\d+\]\.)(.+)$/.exec(open.path)
  if (!item?.[1] || open.field.kind !== 'text' || bareText(said).length < 8) return []
  return Object.entries(toldOf(said, around)).flatMap(([part, value]): Command[] => {
    const path = `${item[1]}${part}`
    return path !== open.path && fieldAt(flow, path) && around.answers[path] === undefined
      ? [{ type: 'fill', path, value, said, direct: false }]
      : []
  })
}

function ownAnswer({ around, state }: Ear, open: Open, said: string): Command[] {
  const { field, path } = open
  if (field.kind === 'list') {
    const items = openItems(field, said, around, state.misses > 0)
    return items.length > 0 ? [{ type: 'add', list: path, items, said }] : []
  }
  const reading = read(field, said, around)
  if (reading === undefined) return []
  if ('impossible' in reading) return [{ type: 'impossible', why: reading.impossible }]
  if ('is' in reading) return [{ type: 'noAnswer', path, is: 'unknown', said }]
  return [{ type: 'fill', path, value: reading.value, said, direct: true }]
}

/** 还没干呢，打算先开工手续后面补: a choice asked before the matter is answered, and the matter told in the same breath. */
function matterToo(flow: Flow, open: Open, said: string, around: Around): Command[] {
  if (!flow.matter || open.field.kind !== 'choice' || stepOf(flow, open.path) > stepOf(flow, flow.matter)) return []
  const rest = clauses(said.replace(/[。;；]/g, '，'))
    .filter((s) => bareText(s).length >= 6)
    .join('，')
  if (!rest) return []
  const before = given(around.answers, flow.matter)
  const value = typeof before === 'string' ? `${before}；${rest}` : rest
  return [{ type: 'fill', path: flow.matter, value, said: value, direct: false }]
}

const stepOf = (flow: Flow, path: string) => flow.steps.findIndex((s) => 'ask' in s && s.ask.id === path)

/** The form a sentence asks for, if it asks for one that is not open already. */
export function starts({ bot, state }: Ear, said: string): Command[] {
  const t = bareText(said)
  const asking = t.length > 24 ? asksInStory(said) : asks(said)
  const opens = (flow: Flow) =>
    state.frame?.flow !== flow.id &&
    // While a form is open a question is a digression, whatever form it might open otherwise.
    (!asking || (flow.byQuestion && !state.frame)) &&
    !flow.notOn.some((w) => t.includes(w)) &&
    flow.opensOn.some((groups) => groups.every((words) => words.some((w) => t.includes(w))))
  const ids = [...new Set(bot.flows.map((f) => f.id))]
  const flow = ids.map((id) => newest(bot.flows.filter((f) => f.id === id))).find((f) => f !== undefined && opens(f))
  return flow ? [{ type: 'start', flow: flow.id, said }] : []
}
