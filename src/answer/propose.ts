import { z } from 'zod'
import type { Asking } from './ask-model.ts'
import type { Prompt } from './prompts.ts'
import { redacted } from './redact.ts'

/** Commands a model may propose, with what they mean; all else of what a sentence may be taken for is never proposed. */
export const proposable = {
  undo: '回到上一步',
  why: '问为什么要填这一项',
  example: '要看例子',
  repeat: '没听清，再说一遍问题',
  review: '看看已经填了什么',
  pause: '先停一下，以后再填',
  resume: '接着填上次的',
  skip: '这一项先跳过',
  unknown: '不知道答案',
  decline: '不愿意回答这一项',
  human: '要找工作人员',
} as const
export type Proposable = keyof typeof proposable

/** A sentence that was read as nothing. */
export interface Unread {
  readonly said: string
  /** It was said where a report is open, set aside or handed in: then nothing is asked, whatever it is. */
  readonly report: boolean
  /** The closed question that is open, as the person sees it. */
  readonly field?: { readonly label: string; readonly options: readonly string[] }
}

/** What the sentence may have meant. A label is one of the options, to the letter; the field's own reading still decides. */
export type Proposal = { readonly type: 'fill'; readonly label: string } | { readonly type: Proposable }

const form = z.object({ command: z.string().max(40), value: z.string().max(200).optional() })

/** Asks a model what an unread sentence may have meant. @returns absent wherever it is not sure, not allowed, or off. */
export async function proposeCommand(
  asking: Asking,
  prompt: Prompt,
  { said, report, field }: Unread,
  places: readonly string[],
): Promise<Proposal | undefined> {
  const clean = report ? undefined : redacted(said, places)
  if (clean === undefined) return undefined
  const values = {
    said: clean,
    field: field ?? null,
    commands: { ...proposable, fill: '回答正在问的这一项', miss: '听不出来' },
  }
  const answer = await asking.ask({ prompt, values }, form)
  if (answer === undefined) return undefined
  const { command, value } = answer
  if (command === 'fill')
    return value !== undefined && field?.options.includes(value) ? { type: 'fill', label: value } : undefined
  return isProposable(command) ? { type: command } : undefined
}

const isProposable = (command: string): command is Proposable => Object.hasOwn(proposable, command)
