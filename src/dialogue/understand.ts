import { bareText, simplify } from '../base/index.ts'
import { count, type Flow, given, type List, type Open, type Scalar } from '../flow/index.ts'
import type { Command } from './commands.ts'
import { readCorrection } from './correct.ts'
import { aroundOf, flowOf, newest, openOf } from './form.ts'
import { hear, reheard } from './hear.ts'
import { type Item, matterIn, openItem } from './open-list.ts'
import { type Around, read } from './read/index.ts'
import { screen } from './screen.ts'
import { bare, segments } from './segment.ts'
import type { Bot, Conversation, Door } from './types.ts'
import { commandWords, isQuestion } from './words.ts'

/** Reads a message as commands, in the order said. Same input, same commands, always; nothing said is dropped silently. */
export function understand(bot: Bot, state: Conversation, text: string, at: string): readonly Command[] {
  const plain = simplify(text.normalize('NFKC')).trim()
  const whole = bare(plain)
  const open = openOf(bot, state)
  const around = aroundOf(bot, state.frame?.answers ?? {}, at)
  const command = wholeCommand(bot, state, whole, open, around)
  if (command) return [command]
  const door = doorAt(bot, plain, open)
  if (door) return [...startBeside(bot, state, door, plain), { type: 'door', door }]
  const correction = state.frame ? readCorrection(flowOf(bot, state.frame), state.frame, whole, around) : undefined
  if (correction) return [correction]
  const commands = story(open) ? told(bot, state, plain, open as Open, around) : segments(plain).flatMap((s) => sentence(bot, state, s, open, around))
  return commands.length > 0 ? settle(commands) : [{ type: 'miss' }]
}

const CLOSED = new Set(['choice', 'yesNo', 'place', 'period', 'amount', 'name', 'phone', 'list'])

/** Commands that are the whole message. A closed question gets the first look, so that 没有 is an answer and not a command. */
function wholeCommand(bot: Bot, state: Conversation, said: string, open: Open | undefined, around: Around): Command | undefined {
  const is = (name: keyof typeof commandWords) => commandWords[name].test(said)
  if (/^(?:查|看|查询|查看)(?:一下|下|看)?(?:我)?(?:的)?(?:举报|回执|进度|结果|办理|受理|反映|件|情况|到哪)|我(?:有|的)回执|凭回执|补充(?:材料|证据|情况)/.test(said) && !open) return { type: 'askReceipt' }
  if (is('human')) return { type: 'human' }
  if (is('abuse')) return { type: 'abuse' }
  if (is('resume')) return { type: 'resume' }
  if (!state.frame) return is('greet') ? { type: 'greet' } : state.drafts.length > 0 && is('delete') ? { type: 'delete' } : undefined
  if (is('delete')) return { type: 'delete' }
  if (is('undo')) return { type: 'undo' }
  if (is('review')) return { type: 'review' }
  if (is('repeat')) return { type: 'repeat' }
  if (!open) return is('cancel') ? { type: 'cancel' } : undefined
  if (is('why')) return { type: 'why' }
  if (is('example')) return { type: 'example' }
  if (state.frame.reopened[open.path] && /^(?:不变|没变|不改|不用改|还是(?:这样|那样|一样|原来的)|一样|照旧|原来的)/.test(said)) return { type: 'keep' }
  if (open.field.kind === 'statement' && /^(?:不|先不|等|再想|再看|还没|暂时|别)/.test(said) && !/^不是/.test(said)) return { type: 'refuse' }
  const closed = CLOSED.has(open.field.kind) && open.field.kind !== 'list' ? read(open.field as Scalar, said, around) : undefined
  const sure = closed !== undefined && 'value' in closed && !/不(?:知道|清楚|确定|好说)|说不清|记不清|吃不准|拿不准/.test(said)
  if (sure) return undefined
  if (is('cancel')) return { type: 'cancel' }
  if (is('pause')) return { type: 'pause' }
  for (const word of ['skip', 'decline', 'unknown'] as const)
    if (is(word) && !(open.field.kind === 'list' && openItem(open.field, said, around, 0))) return { type: 'noAnswer', path: open.path, is: KIND[word], said }
  return undefined
}

const KIND = { skip: 'skipped', decline: 'declined', unknown: 'unknown' } as const

/** While somebody tells their story only danger interrupts: what they tell about is not what they come for. */
function doorAt(bot: Bot, text: string, open: Open | undefined): Door | undefined {
  const door = screen(bot.doors, text)
  return door && story(open) && door.kind !== 'safety' ? undefined : door
}

/** 老板欠薪，我还要举报劳动局…: a door and a form in one message; the form is opened only if it is asked for in so many words. */
function startBeside(bot: Bot, state: Conversation, door: Door, text: string): readonly Command[] {
  if (door.kind !== 'out-of-scope' || segments(text).length < 2) return []
  return segments(text).flatMap((s) => (screen([door], s) ? [] : starts(bot, state, s)))
}

/** Questions whose answer is prose: a story may hold anything, so little is read out of it but its own sentences. */
const story = (open: Open | undefined) =>
  open !== undefined && (open.field.kind === 'text' || open.field.kind === 'texts' || (open.field.kind === 'list' && open.field.main === 'what'))

/** A prose answer: questions put to us in it are answered, all the rest is the answer, word for word. */
function told(bot: Bot, state: Conversation, text: string, open: Open, around: Around): Command[] {
  const all = segments(text)
  const asked = all.filter((s) => isQuestion(s, true) && !/^(?:我|俺)?(?:要|想)(?:举报|反映)/.test(s))
  const rest = all.filter((s) => !asked.includes(s))
  const wonders = asked.map((question): Command => ({ type: 'wonder', question }))
  if (rest.length === 0) return wonders
  const said = asked.length === 0 ? text : rest.join('\n')
  const other = rest.flatMap((s) => starts(bot, state, s))
  if (other.length > 0 && bareText(said).length < 30) return [...other, ...wonders]
  const flow = flowOf(bot, state.frame as NonNullable<Conversation['frame']>)
  return [...answer(flow, open, said, around), ...wonders]
}

/** One sentence while a closed question, or none, is open. */
function sentence(bot: Bot, state: Conversation, said: string, open: Open | undefined, around: Around): Command[] {
  const started = starts(bot, state, said)
  if (started.length > 0) return started
  const flow = state.frame ? flowOf(bot, state.frame) : undefined
  const question = isQuestion(said)
  if (open && flow) {
    const hypothetical = /^(?:那|那么)?(?:我)?(?:要是|如果|假如|我是|万一).*(?:呢|会怎样|怎么样|咋样)?[?？]?$/.test(said)
    const answered = !question || hypothetical ? answer(flow, open, bare(said), around) : []
    if (answered.length > 0) return answered
  }
  if (flow) {
    const heard = hear(flow, said, around, open?.path).map(({ path, value }): Command => ({ type: 'fill', path, value, said, direct: false }))
    if (heard.length > 0 && !question) return heard
    if (!question && bareText(said).length >= 4) {
      const other = reheard(flow, said, around).map(({ path, value }): Command => ({ type: 'fill', path, value, said, direct: false }))
      if (other.length > 0) return other
    }
  }
  if (commandWords.greet.test(bare(said))) return [{ type: 'greet' }]
  return question || !open ? [{ type: 'wonder', question: said }] : []
}

/** The open question's own answer, and whatever else the sentence says on the way. */
function answer(flow: Flow, open: Open, said: string, around: Around): Command[] {
  const own = ownAnswer(open, said, around)
  if (own.length === 0 || own[0]?.type === 'impossible') return own
  const direct = own[0]?.type === 'fill' ? { ...around, answers: { ...around.answers, [open.path]: { is: 'given' as const, value: own[0].value, said, turn: 0 } } } : around
  const heard = hear(flow, said, direct, open.path).map(({ path, value }): Command => ({ type: 'fill', path, value, said, direct: false }))
  return [...own, ...heard, ...matterToo(flow, open, said, direct)]
}

function ownAnswer(open: Open, said: string, around: Around): Command[] {
  const { field, path } = open
  if (field.kind === 'list') {
    const items = openItems(field, said, around)
    return items.length > 0 ? [{ type: 'add', list: path, items, said }] : []
  }
  const reading = read(field, said, around)
  if (reading === undefined) return []
  if ('impossible' in reading) return [{ type: 'impossible', why: reading.impossible }]
  if ('is' in reading) return [{ type: 'noAnswer', path, is: 'unknown', said }]
  return [{ type: 'fill', path, value: reading.value, said, direct: true }]
}

/** 还没干呢，打算先开工手续后面补: the choice is answered, and the matter told in the same breath. */
function matterToo(flow: Flow, open: Open, said: string, around: Around): Command[] {
  if (!flow.matter || open.path === flow.matter || open.field.kind !== 'choice') return []
  const rest = said.split(/[,，。;；]/).filter((s) => bareText(s).length >= 6).join('，')
  if (!rest) return []
  const before = given(around.answers, flow.matter)
  const value = typeof before === 'string' ? `${before}；${rest}` : rest
  return [{ type: 'fill', path: flow.matter, value, said: value, direct: false }]
}

/** The items an answer or an opening sentence tells of; 听说 begins another, because it is known in another way. */
export function openItems(list: List, said: string, around: Around): readonly Item[] {
  const pieces = list.main === 'what' ? said.split(/(?=听说|(?:还有|另外)(?:一件|一个|件)事)/).filter((s) => bareText(s).length > 1) : [said]
  return pieces.map((piece) => openItem(list, piece.replace(/^[,，。\s]+|[,，\s]+$/g, ''), around, 0)).filter((i) => i !== undefined)
}

function starts(bot: Bot, state: Conversation, said: string): Command[] {
  const t = bareText(said)
  const asking = isQuestion(said, t.length > 24)
  const opens = (flow: Flow) =>
    state.frame?.flow !== flow.id &&
    (flow.byQuestion || !asking) &&
    !flow.notOn.some((w) => t.includes(w)) &&
    flow.opensOn.some((groups) => groups.every((words) => words.some((w) => t.includes(w))))
  const ids = [...new Set(bot.flows.map((f) => f.id))]
  const flow = ids.map((id) => newest(bot.flows.filter((f) => f.id === id))).find((f) => f !== undefined && opens(f))
  return flow ? [{ type: 'start', flow: flow.id, said }] : []
}

/** A greeting beside something else is only politeness. */
const settle = (commands: readonly Command[]): readonly Command[] => {
  const rest = commands.filter((c) => c.type !== 'greet')
  return rest.length > 0 ? oneStart(rest) : commands.slice(0, 1)
}

/** One message opens one form; what else might have opened one is a question, and is answered as such. */
function oneStart(commands: readonly Command[]): readonly Command[] {
  const first = commands.findIndex((c) => c.type === 'start')
  return commands.map((c, n): Command => (c.type === 'start' && n !== first ? { type: 'wonder', question: c.said } : c))
}

/** 我要举报镇长收钱 tells of a matter; 那就匿名吧 and 我想举报 tell of none. */
const tellsOf = (said: string) => /(?:举报|检举|控告|揭发|告发|反映).{3,}/u.test(said) && !/^(?:举报|检举|控告|反映)(?:一下|吧|的)?$/.test(matterIn(said))

/** What a form's opening sentence already answers: fields heard, list items, and the matter. */
export function openingFills(bot: Bot, flow: Flow, said: string, at: string): readonly Command[] {
  const around = aroundOf(bot, {}, at)
  const commands: Command[] = hear(flow, said, around, undefined).map(({ path, value }) => ({ type: 'fill', path, value, said, direct: false }))
  for (const step of flow.steps) {
    if (!('ask' in step) || step.ask.kind !== 'list') continue
    const matter = matterIn(said)
    const source = step.ask.main === 'what' ? matter : said
    if (step.ask.main === 'what' && (!tellsOf(said) || bareText(matter).length < 3)) continue
    const items = openItems(step.ask, source, around)
    if (items.length > 0 && count({}, step.ask.id) === 0) commands.push({ type: 'add', list: step.ask.id, items, said })
  }
  if (flow.matter) {
    const matter = said.replace(/^[\s\S]*?(?:在吗|您好|你好)[?？,，。!！\s]*/u, '').split(/[,，。;；?？\s]/).filter((s) => bareText(s).length >= 4 && !/能不能|算不算|想问|容错|容措|可以吗|怎么办|请问/.test(s)).join('，')
    if (bareText(matter).length >= 5 && !around.places.some((p) => matter === p.name || matter === p.short)) commands.push({ type: 'fill', path: flow.matter, value: matter, said: matter, direct: false })
  }
  return commands
}
