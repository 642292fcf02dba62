import type { Answer, Open, Scalar } from '../flow/index.ts'
import { heardText, ownWords, read } from '../reading/index.ts'
import { asks } from './asks.ts'
import type { Command } from './commands.ts'
import { readCorrection } from './correct.ts'
import { aroundOf, flowOf, openOf } from './form.ts'
import { inOwnWords } from './own-words.ts'
import { screen } from './screen.ts'
import { bare, segments } from './segment.ts'
import { type Ear, sentence, starts, story, told } from './sentence.ts'
import type { Bot, Conversation, Door } from './types.ts'
import { type CommandWord, isCommand } from './words.ts'

/** Reads a message as commands, in the order said. Same input, same commands, always; nothing said is dropped silently. */
export function understand(bot: Bot, state: Conversation, text: string, at: string): readonly Command[] {
  const heard = heardText(text)
  const ear: Ear = { bot, state, open: openOf(bot, state), around: aroundOf(bot, state.frame?.answers ?? {}, at) }
  const commands = commandsIn(ear, heard.plain.trim())
  return (commands.length > 0 ? settle(commands) : [{ type: 'miss' } as const]).map((c) =>
    inOwnWords(c, heard, state.frame && flowOf(bot, state.frame)),
  )
}

function commandsIn(ear: Ear, plain: string): readonly Command[] {
  const said = bare(plain)
  const command = wholeCommand(ear, said)
  if (command) return command
  const parts = segments(plain)
  const correction = correctionIn(ear, said)
  if (correction && (parts.length === 1 || parts.every((part) => !correctionIn(ear, bare(part))))) return [correction]
  const door = doorAt(ear, plain)
  if (door) return [...startBeside(ear, door, plain), { type: 'door', door }]
  if (story(ear.open) || ear.open?.field.kind === 'list') return told(ear, plain, correctionIn)
  return parts.flatMap((part) => {
    const own = correctionIn(ear, bare(part))
    if (own) return [own]
    return (parts.length > 1 ? wholeCommand(ear, bare(part)) : undefined) ?? sentence(ear, part)
  })
}

function correctionIn({ bot, state, open, around }: Ear, said: string): Command | undefined {
  return state.frame
    ? readCorrection({ flow: flowOf(bot, state.frame), frame: state.frame, open, around, turn: state.turn }, said)
    : undefined
}

const LOOK_UP =
  /^(?:我(?:想|要)?|帮我|请|麻烦|给我)*(?:查|看|查询|查看|查下|查查|看看)(?:一下|下|看)?(?:我)?(?:之前|上次|前面)?(?:的)?(?:举报|回执|进度|结果|办理|受理|反映|件|情况|到哪|办到|处理)|我(?:有|的)回执|凭回执|补充(?:材料|证据|情况)/

const NO_ANSWER: readonly (readonly [CommandWord, Exclude<Answer['is'], 'given'>])[] = [
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
  if (is('human')) return [{ type: 'human' }]
  if (is('abuse')) return [{ type: 'abuse' }]
  if (is('who')) return [{ type: 'who' }]
  if (is('resume')) return [{ type: 'resume' }]
  if (!state.frame) return outside(ear, said)
  const back = stepsBack(said)
  if (back > 0) return Array.from({ length: back }, () => ({ type: 'undo' }) as const)
  if (!open) return is('cancel') ? [{ type: 'cancel' }] : undefined
  // 写吧 where the choice is whether to write is an answer, not a wish that we should write it.
  if (open.field.kind === 'choice' && is('yours') && answers(ear, open, said)) return undefined
  if (BACK.test(said) && !reopenedAt(state, open)) return [{ type: state.frame.changed ? 'restore' : 'undo' }]
  if (reopenedAt(state, open) && KEEP.test(said)) return [{ type: 'keep' }]
  if (open.field.kind === 'statement' && said.length <= 20 && REFUSE.test(said.replace(/[^\p{L}]/gu, '')))
    return [{ type: 'refuse' }]
  if (is('why')) return [{ type: 'why' }]
  if (is('example')) return [{ type: 'example' }]
  if (open.field.kind !== 'list' && ownWords(open.field, said)) return undefined
  const form = formCommand(is)
  if (form) return [form]
  if (said.length <= 20 && WANTS_VERDICT.test(said)) return [{ type: 'verdict' }]
  if (!asks(said) || /(?:吗|不|么|不可以|不行)$/.test(said))
    for (const [word, noAnswer] of NO_ANSWER)
      if (is(word) && (word === 'decline' || !/[你您]/.test(said)))
        return [
          open.field.kind === 'statement' ? { type: 'why' } : { type: 'noAnswer', path: open.path, is: noAnswer, said },
        ]
  return is('greet') && !answers(ear, open, said) ? [{ type: 'greet' }] : undefined
}

function outside({ state }: Ear, said: string): readonly Command[] | undefined {
  if (said.length <= 24 && LOOK_UP.test(said)) return [{ type: 'askReceipt' }]
  if (isCommand('greet', said)) return [{ type: 'greet' }]
  return state.drafts.length > 0 && isCommand('delete', said) ? [{ type: 'delete' }] : undefined
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
  /^(?:那|那你|你|就|你就|直接|到底|究竟|给|我|说|告诉我|帮我|看|我这|这|这事|这件事|我们这|我们这个|到底是)*(?:个)?(?:能不能容|能不能算|算不算|行不行|能容吗|能容不|能不能过|给个(?:准话|痛快话|结论|准信)|准话|结论(?:是)?(?:什么|啥)?|能不能免|属不属于容错|是不是容错|到底怎么样|结果(?:是)?(?:什么|啥|怎么样))(?:错|责|呢|啊|呀|吧|吗)*$/

/** 上一步 once, 退两步 twice. */
function stepsBack(said: string): number {
  const some =
    /^(?:往回|往前|连|再|请|麻烦)*(?:退|返回|撤销|后退|倒退|退回|回)(?:回|到)?([二两三四五2345])(?:步|个问题|题)/.exec(
      said,
    )?.[1]
  if (some) return { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 }[some] ?? Number(some)
  return isCommand('undo', said) ? 1 : 0
}

/** True if the open question reads this as its answer. */
function answers({ around }: Ear, open: Open, said: string): boolean {
  const reading = open.field.kind === 'list' ? undefined : read(open.field as Scalar, said, around)
  return reading !== undefined && 'value' in reading
}

function reopenedAt({ frame }: Conversation, open: Open): boolean {
  const paths = Object.keys(frame?.reopened ?? {})
  return open.field.kind === 'list' ? paths.some((p) => p.startsWith(`${open.path}[`)) : paths.includes(open.path)
}

/**
 * While somebody tells their story only danger interrupts: what they tell about is not what they come for.
 * A few words that answer the open question are its answer, whatever else they might mean elsewhere.
 */
function doorAt(ear: Ear, text: string): Door | undefined {
  const { bot, open } = ear
  const door = screen(bot.doors, text)
  if (!door || !open || door.kind === 'safety') return door
  const said = bare(text)
  const settled = said.length <= 8 && !asks(said) && answers(ear, open, said)
  return story(open) || open.field.kind === 'list' || settled ? undefined : door
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
