import type { GapTopic, Officer, TopicState } from '../runtime/index.ts'
import type { Holder } from './desk-view.ts'
import type { ConsoleOptions } from './options.ts'

/** A topic of the gap ledger as one officer may see and work it. */
export interface TopicView extends Omit<GapTopic, 'holder' | 'closing' | 'tried' | 'about'> {
  readonly stateSays: string
  readonly holder?: Holder
  /** What is held by name only, in words. */
  readonly about?: string
  readonly closing?: { readonly on: string; readonly text?: string; readonly title?: string; readonly note?: string }
  readonly tried?: { readonly on: string; readonly outcome: string; readonly says: string; readonly answered: boolean }
  /** What this officer may do with it now. */
  readonly may: { readonly give: boolean; readonly close: boolean; readonly reopen: boolean; readonly move: boolean }
}

/** @param tends the officer's role gives and closes every topic. */
export function topicView(
  topic: GapTopic,
  officer: Officer,
  officers: readonly Officer[],
  options: Pick<ConsoleOptions, 'texts' | 'clauses'>,
  tends: boolean,
): TopicView {
  const { holder, closing, tried, about, ...rest } = topic
  const held = officers.find(({ id }) => id === holder)
  const open = topic.state !== 'closed'
  const clause = about === undefined ? undefined : options.clauses[about]
  return {
    ...rest,
    stateSays: states[topic.state],
    ...(held ? { holder: { name: held.name, mine: held.id === officer.id } } : {}),
    ...(about === undefined ? {} : { about: clause ? `《${clause.instrument}》${clause.label}` : about }),
    ...(closing ? { closing: closingView(closing, options) } : {}),
    ...(tried ? { tried: { ...tried, says: outcomeSays(tried.outcome), answered: tried.outcome === 'grounded' } } : {}),
    may: {
      give: tends && open,
      close: open && (tends || holder === officer.id),
      reopen: tends && !open,
      move: tends,
    },
  }
}

function closingView(closing: NonNullable<GapTopic['closing']>, { texts }: Pick<ConsoleOptions, 'texts'>) {
  if (closing.type === 'note') return { on: closing.on, note: closing.note }
  const text = texts().find(({ id }) => id === closing.text)
  return { on: closing.on, text: closing.text, title: text?.title ?? closing.text }
}

export const states: Readonly<Record<TopicState, string>> = { open: '待处理', given: '有人在补', closed: '已了结' }

/** Why nothing helped, as shown. */
export const whySays = (why: string): string =>
  ({ 'no-match': '没有找到依据', 'name-only': '只有文件名称，没有原文', 'thumbs-down': '对方说没有帮上忙' })[why] ?? why

/** What came of asking once more. */
export const outcomeSays = (outcome: string): string =>
  ({
    grounded: '现在答得上来',
    clarify: '现在会先问清地方再答',
    'name-only': '还是只知道文件名称',
    'no-match': '还是没有找到依据',
    unavailable: '这会儿查不了，请稍后再问',
  })[outcome] ?? '这类问题不由条文回答'
