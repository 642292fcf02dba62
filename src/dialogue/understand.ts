import type { Open, Withheld } from '../flow/index.ts'
import { heardText, optionsFor, ownWords } from '../reading/index.ts'
import { aboutIn } from './about.ts'
import { asks } from './asks.ts'
import type { Command } from './commands.ts'
import { readCorrection } from './correct.ts'
import { answers, doorAt } from './door-at.ts'
import type { Ear } from './ear.ts'
import { fits } from './edition.ts'
import { fearIn } from './fear.ts'
import { feedbackIn } from './feedback.ts'
import { aroundOf, flowOf, openOf } from './form.ts'
import { heldTold } from './held.ts'
import { joinedCommands } from './joined-commands.ts'
import { inOwnWords } from './own-words.ts'
import { itemSaid } from './per-item.ts'
import { LOST } from './resume.ts'
import { screen } from './screen.ts'
import { bare, clauses, segments } from './segment.ts'
import { sentence, story, told } from './sentence.ts'
import { starts, wishesOpen } from './starts.ts'
import type { Bot, Conversation, Door } from './types.ts'
import { type CommandWord, isCommand } from './words.ts'

/** Reads a message as commands, in the order said. Same input, same commands, always; nothing said is dropped silently. */
export function understand(bot: Bot, state: Conversation, text: string, at: string): readonly Command[] {
  const heard = heardText(text)
  const around = aroundOf(bot, state.frame?.answers ?? {}, at)
  const ear: Ear = { bot, state, open: openOf(bot, state), around, text, at }
  const commands = commandsIn(ear, heard.plain.trim())
  return (commands.length > 0 ? settle(commands) : [{ type: 'miss' } as const]).map((c) =>
    inOwnWords(c, heard, state.frame && flowOf(bot, state.frame)),
  )
}

function commandsIn(ear: Ear, plain: string): readonly Command[] {
  const said = bare(plain)
  const pressed = buttonIn(ear, said)
  if (pressed) return [pressed]
  const fear = fearIn(ear.bot.fears, plain)
  if (fear && fearOnly(ear, plain)) return [{ type: 'fear', ...fear }]
  const command = wholeCommand(ear, said) ?? joinedCommands(ear, said)
  if (command) return command
  const parts = segments(plain)
  const correction = correctionIn(ear, said)
  if (correction && (parts.length === 1 || parts.every((part) => !correctionIn(ear, bare(part))))) return [correction]
  const about = ear.state.frame ? itemSaid(flowOf(ear.bot, ear.state.frame), said, ear.around) : []
  if (about.length > 0) return about
  const door = doorAt(ear, plain)
  if (door) return [...startBeside(ear, door, plain), { type: 'door', door }]
  if (story(ear.open) || ear.open?.field.kind === 'list') return told(ear, plain, correctionIn)
  // 啥？没看清 再说一遍: a lone word of surprise is no question beside the rest.
  const telling = parts.length > 1 ? parts.filter((part) => !SURPRISE.test(bare(part))) : parts
  return telling.flatMap((part) => {
    const own = correctionIn(ear, bare(part)) ?? (story(ear.open) ? undefined : clauseCorrection(ear, part))
    if (own) return [own]
    return (parts.length > 1 ? wholeCommand(ear, bare(part)) : undefined) ?? sentence(ear, part)
  })
}

/** What the open question waits for is its answer (不敢说, 实名，我不怕); outside a form a question is looked up, and a wish opens one. */
function fearOnly(ear: Ear, plain: string): boolean {
  const { open, state } = ear
  // Any words would do for a unit or a place: where a report may be unnamed, fear is none.
  if (state.frame) return !open || anyWords(ear, open) || !answers(ear, open, bare(plain))
  return !asks(plain) && starts(ear, plain).length === 0
}

const anyWords = ({ bot, state }: Ear, { field }: Open): boolean =>
  field.kind === 'text' && state.frame !== undefined && flowOf(bot, state.frame).anonymous !== undefined

/** A button of the open question, to the letter: an answer, whatever its words might mean elsewhere. */
function buttonIn({ open, around }: Ear, said: string): Command | undefined {
  if (open?.field.kind !== 'choice') return undefined
  const { field, path } = open
  const option = optionsFor(field, around.answers).find(([, label]) => bare(label) === said)
  return option && { type: 'fill', path, value: field.many ? [option[0]] : option[0], said, direct: true }
}

/** 我爱人叫我别实名，改成匿名吧: the reason first, then the correction; it must say so in so many words. */
function clauseCorrection(ear: Ear, part: string): Command | undefined {
  const all = clauses(part)
  if (all.length < 2) return undefined
  return all.flatMap((clause) => (/改|换成|不是|错了/.test(clause) ? (correctionIn(ear, bare(clause)) ?? []) : []))[0]
}

const SURPRISE = /^(?:啥|什么|啊|嗯|哈|咦|哦|呃|嘛|唔)$/

function correctionIn({ bot, state, open, around }: Ear, said: string): Command | undefined {
  return state.frame
    ? readCorrection({ flow: flowOf(bot, state.frame), frame: state.frame, open, around, turn: state.turn }, said)
    : undefined
}

const LOOK_UP =
  /^(?:我(?:想|要)?|帮我|请|麻烦|给我)*(?:查|看|查询|查看|查下|查查|看看)(?:一下|下|看)?(?:我)?(?:之前|上次|前面)?(?:的)?(?:举报|回执|进度|结果|办理|受理|反映|件|情况|到哪|办到|处理)|我(?:有|的)回执|凭回执|补充(?:材料|证据|情况)|我?(?:上次|之前|以前|前几天|上个月|去年)?(?:的)?(?:举报|反映|投诉|控告|交)(?:的|过的|上去的)?(?:那个|那件|这个)?(?:事|东西|材料|信|件|问题)?(?:现在)?(?:(?:有|出|没)(?:没有|没)?(?:结果|消息|回音|回复|信儿?|下文|进展)|结果|进展)(?:了)?(?:没有|没|吗|不)?$|(?:举报|反映|投诉|控告)的(?:事|材料|信|件).{0,4}(?:咋样|怎么样|怎样|到哪)/

const GO_ON = /(?:接着|继续|再)(?:写|填|来|说|弄|办)|上次(?:没|写|填)|写了一半|填了一半|没(?:写|填)完/

const NO_ANSWER: readonly (readonly [CommandWord, Withheld])[] = [
  ['later', 'later'],
  ['skip', 'skipped'],
  ['decline', 'declined'],
  ['unknown', 'unknown'],
]

/**
 * Commands that are the whole of what was said. Words the open question itself waits for come before any command
 * (改了 to 提醒后改了吗), agreement and thanks come after every answer.
 */
function wholeCommand(ear: Ear, said: string): readonly Command[] | undefined {
  const { state, open } = ear
  const is = (name: CommandWord) => isCommand(name, said)
  const thumb = feedbackIn(ear.text, state.last !== undefined && !ear.open)
  if (thumb) return [{ type: 'feedback', which: thumb }]
  if (is('human')) return [{ type: 'human' }]
  if (is('abuse')) return [{ type: 'abuse' }]
  if (is('who')) return [{ type: 'who' }]
  const about = aboutIn(ear.bot.about, said)
  if (about && !(ear.open && answers(ear, ear.open, said))) return [{ type: 'about', about }]
  if (is('resume')) return [{ type: 'resume' }]
  if (!state.frame) return outside(ear, said) ?? heldTold(ear, said)
  const back = stepsBack(said)
  if (back > 0) return Array.from({ length: back }, () => ({ type: 'undo' }) as const)
  if (!open) return is('cancel') ? [{ type: 'cancel' }] : undefined
  // 写吧 where the choice is whether to write is an answer, not a wish that we should write it.
  if (open.field.kind === 'choice' && is('yours') && answers(ear, open, said)) return undefined
  if (BACK.test(said) && !reopenedAt(state, open)) return [{ type: state.frame.changed ? 'restore' : 'undo' }]
  if (reopenedAt(state, open) && KEEP.test(said)) return [{ type: 'keep' }]
  if (open.field.kind === 'statement' && said.length <= 20 && REFUSE.test(said.replace(/[^\p{L}]/gu, '')))
    return [{ type: 'refuse' }]
  if (is('why') || (open.field.kind === 'choice' && said.length <= 20 && WHICH.test(said))) return [{ type: 'why' }]
  if (SURPRISE.test(said)) return [{ type: 'repeat' }]
  if (is('example')) return [{ type: 'example' }]
  if (open.field.kind !== 'list' && ownWords(open.field, said)) return undefined
  const form = formCommand(is)
  if (form) return [form]
  if (said.length <= 20 && WANTS_VERDICT.test(said.replace(/[\s,，]/g, ''))) return [{ type: 'verdict' }]
  if (said.length <= 24 && WHY_THIS.test(said) && namesField(open, said)) return [{ type: 'why' }]
  if (!asks(said) || /(?:吗|不|么|不可以|不行)$/.test(said))
    for (const [word, noAnswer] of NO_ANSWER)
      if (is(word) && (word === 'decline' || !/[你您]/.test(said)))
        return [
          open.field.kind === 'statement' ? { type: 'why' } : { type: 'noAnswer', path: open.path, is: noAnswer, said },
        ]
  return (is('greet') || wishesOpen(ear, said)) && !answers(ear, open, said) ? [{ type: 'greet' }] : undefined
}

/** 行，那就写吧: to a form offered some questions ago. */
const AGREES_LATE =
  /^(?:行|好|好的|那|那就|就|我|俺|嗯|可以|来|算了|还是|想好了|我想好了|[,，\s])*(?:开始)?(?:写|填|填写|举报|反映|检举|告他|写下来|填表|填上)(?:吧|呗|了|啦|一下)+$/

function outside({ state }: Ear, said: string): readonly Command[] | undefined {
  const { offered } = state
  if (offered?.about !== undefined && AGREES_LATE.test(said))
    return [{ type: 'start', flow: offered.about, said: offered.told ?? '' }]
  if (said.length <= 24 && LOOK_UP.test(said)) return [{ type: 'askReceipt' }]
  if (said.length <= 24 && /回执|编号/.test(said) && LOST.test(said)) return [{ type: 'receiptLost' }]
  // Somebody who left a form and comes back says so in many ways; a question beside it is still a question.
  if ((state.drafts.length > 0 || state.coded) && said.length <= 30 && !asks(said) && GO_ON.test(said))
    return [{ type: 'resume' }]
  if (isCommand('greet', said)) return [{ type: 'greet' }]
  return (state.drafts.length > 0 || state.coded) && isCommand('delete', said) ? [{ type: 'delete' }] : undefined
}

const FORM = ['delete', 'review', 'repeat', 'hurry', 'cancel', 'pause', 'wait', 'yours'] as const

const formCommand = (is: (name: CommandWord) => boolean): Command | undefined => {
  const name = FORM.find(is)
  return name ? { type: name } : undefined
}

const BACK =
  /^(?:改回去|改回来|还原|恢复原来的|还是改回来|还是改回去|刚才的不改了|刚才不改了|算了不改了|不改了)(?:吧|了)?$/
const KEEP =
  /^(?:不变|没变|不改|不用改|还是(?:这样|那样|一样|原来的|原来那个|之前的)|一样|照旧|原来的|跟原来一样|和原来一样|同上|不动|保持不变|就原来的)/
const REFUSE =
  /^(?:我|我们|还是|那|算了|先)*(?:不|先不|暂时不|暂不|还不|别|先别|不想|不要|不能|不敢|没)(?:要|想|能|急着)?(?:现在|马上)?(?:提交|交|确认|属实|签字|签|同意|发|报|上交|递交|递)?(?:了|上去|吧|出去)*$|^(?:否|no|不是|不行|先放放)$/i
const WANTS_VERDICT =
  /^(?:那|那你|你|就|你就|直接|到底|究竟|给|我|说|告诉我|帮我|看|我这|这|这事|这件事|我们这|我们这个|到底是)*(?:个|句)?(?:容不容|能不能容|能不能算|算不算|行不行|能容吗|能容不|能不能过|给?(?:个|句)?(?:准话|痛快话|结论|准信|实话)(?:到底)?(?:容不容|能不能容|行不行|算不算)?|准话|结论(?:是)?(?:什么|啥)?|能不能免|属不属于容错|是不是容错|到底怎么样|结果(?:是)?(?:什么|啥|怎么样))(?:错|责|呢|啊|呀|吧|吗)*$/

/** 这几个有啥区别, where several are to choose from. */
const WHICH = /(?:这|那)(?:几|些|两|三|四|五)(?:个|种|项|条|样)?.{0,4}(?:区别|不同|差别|意思|怎么选|咋选|选哪)/
const WHY_THIS = /^(?:那|你们|请问)*为(?:什么|啥|何|嘛)/

/** 为什么一定要有结论 while the conclusion is asked for. */
const namesField = ({ field }: Open, said: string): boolean =>
  [field.label, ...field.aka].some((name) => name.length >= 2 && (said.includes(name) || said.includes(name.slice(-2))))

/** 上一步 once, 退两步 twice. */
function stepsBack(said: string): number {
  const some =
    /^(?:往回|往前|连|再|请|麻烦)*(?:退|返回|撤销|后退|倒退|退回|回)(?:回|到)?([二两三四五2345])(?:步|个问题|题)/.exec(
      said,
    )?.[1]
  if (some) return { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 }[some] ?? Number(some)
  return isCommand('undo', said) ? 1 : 0
}

function reopenedAt({ frame }: Conversation, open: Open): boolean {
  const paths = Object.keys(frame?.reopened ?? {})
  const was = frame?.reopened[open.path]
  return open.field.kind === 'list'
    ? paths.some((p) => p.startsWith(`${open.path}[`))
    : was !== undefined && fits(open.field, was)
}

/** 老板欠薪，我还要举报劳动局…: a door and a form in one message; the form is opened only if it is asked for in so many words. */
function startBeside(ear: Ear, door: Door, text: string): readonly Command[] {
  if (door.kind !== 'out-of-scope' || segments(text).length < 2) return []
  return segments(text).flatMap((s) => (screen([door], s) ? [] : starts(ear, s)))
}

/** A greeting beside something else is only politeness; one message opens one form, the other is remembered. */
function settle(commands: readonly Command[]): readonly Command[] {
  const rest = commands.filter((c) => c.type !== 'greet')
  if (rest.length === 0) return commands.slice(0, 1)
  const first = rest.findIndex((c) => c.type === 'start')
  const begin = rest[first]
  if (begin?.type === 'start') {
    // What is told beside the wish is the matter itself, and no question to be looked up.
    const isTold = (c: Command) => c.type === 'wonder' && !asks(c.question)
    const told = rest.flatMap((c) => (c.type === 'wonder' && isTold(c) ? [c.question] : []))
    if (told.length > 0)
      return settle(
        rest.flatMap((c) =>
          c === begin ? [{ ...begin, said: [...told, begin.said].join('，') }] : isTold(c) ? [] : [c],
        ),
      )
  }
  return rest.map(
    (c, n): Command =>
      c.type !== 'start' || n === first
        ? c
        : asks(c.said)
          ? { type: 'wonder', question: c.said }
          : { type: 'later', flow: c.flow, said: c.said },
  )
}
