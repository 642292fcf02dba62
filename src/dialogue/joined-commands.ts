import { bareText } from '../base/index.ts'
import { aboutTheForm, read, saysNothing } from '../reading/index.ts'
import type { Command } from './commands.ts'
import type { Ear } from './ear.ts'
import { clauses } from './segment.ts'
import { type CommandWord, isCommand } from './words.ts'

/** Commands people give a reason or a second word with. */
const NAMES = ['pause', 'cancel', 'resume', 'review', 'undo', 'repeat', 'wait', 'human'] as const
/** Beside a command these say nothing of their own. */
const BESIDE: readonly CommandWord[] = ['greet', 'later', 'pause', 'wait', 'hurry']
const SHORT = 8

/**
 * 保存草稿，我明天再交; 要去上课了 明天再说; 没事 就是发发牢骚 继续吧: a command with its reason. What stands beside it must tell
 * nothing, or it is an answer that happens to hold the word.
 */
export function joinedCommands({ state, open, around }: Ear, said: string): readonly Command[] | undefined {
  // 算了，再说吧 may be one of the choices.
  if (open?.field.kind === 'choice' && read(open.field, said, around) !== undefined) return undefined
  const parts = clauses(said)
  if (parts.length < 2 || parts.length > 4 || said.length > 40) return undefined
  const named = parts.map((part) => NAMES.find((name) => isCommand(name, part)))
  // 那算了，先把这个弄完: who goes on has settled what stood before it.
  const first = named.includes('resume') ? 'resume' : named.find((name) => name !== undefined)
  if (first === undefined || (!state.frame && first !== 'resume' && first !== 'human')) return undefined
  const idle = (part: string, n: number) =>
    named[n] !== undefined ||
    BESIDE.some((name) => isCommand(name, part)) ||
    tellsNothing(part) ||
    (first === 'resume' && bareText(part).length <= SHORT)
  return parts.every(idle) ? [{ type: first }] : undefined
}

const tellsNothing = (part: string) =>
  saysNothing(part) ||
  aboutTheForm(part) ||
  /^(?:不好意思|对不起|抱歉|麻烦了?|打扰了|劳驾)$/.test(bareText(part)) ||
  /^我?(?:先|再|等|明天|回头|晚点|改天|待会|一会).{1,6}$/.test(bareText(part))
