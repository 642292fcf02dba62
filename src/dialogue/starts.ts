import { bareText } from '../base/index.ts'
import type { Flow } from '../flow/index.ts'
import { readPerson, tellsDeed } from '../reading/index.ts'
import { asks, asksInStory } from './asks.ts'
import type { Command } from './commands.ts'
import type { Ear } from './ear.ts'
import { newest } from './form.ts'
import { clauses } from './segment.ts'

/** The forms a sentence asks for, in the order said: 一个想做备案，一个想问问能不能正名 asks for two. */
export function starts(ear: Ear, said: string): Command[] {
  const parts = said.length <= 60 ? clauses(said).filter((part) => part.length <= 24 && WISHES.test(part)) : []
  const each = parts.length > 1 ? parts.flatMap((part) => oneStart(ear, part)) : []
  const flows = new Set(each.map((c) => (c.type === 'start' ? c.flow : '')))
  return flows.size > 1 ? each : oneStart(ear, said)
}

const WISHES = /想|要|帮我|我来/

/** The form a sentence asks for, if it asks for one that is not open already. */
function oneStart(ear: Ear, said: string): Command[] {
  const { bot, state } = ear
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
  if (flow) return [{ type: 'start', flow: flow.id, said }]
  const report = bot.flows.find((f) => f.coach !== undefined)
  if (report && !state.frame && !asking && reports(said)) return [{ type: 'start', flow: report.id, said }]
  const parts = clauses(said)
  if (parts.length < 2) return []
  // 不做题了，我真有事要举报: what speaks against a form speaks so in its own clause only; the wish stands last and plainly.
  const last = parts.at(-1) ?? ''
  const wish = asking ? [] : oneStart(ear, last)
  if (wish.length > 0 && PLAIN_WISH.test(last)) return wish
  return asking ? wishFirst(ear, said) : []
}

/** 我要举报, said once more while that form is open. */
export function wishesOpen({ bot, state }: Ear, said: string): boolean {
  const t = bareText(said)
  if (!state.frame || t.length > 12 || asks(said) || tellsDeed(said)) return false
  const flow = newest(bot.flows.filter((f) => f.id === state.frame?.flow))
  return (
    flow !== undefined &&
    PLAIN_WISH.test(t) &&
    !flow.notOn.some((w) => t.includes(w)) &&
    flow.opensOn.some((groups) => groups.every((words) => words.some((w) => t.includes(w))))
  )
}

/** 镇林业站站长卖了一批没手续的木头，匿名: an official, a deed, and how one wants to sign. */
const reports = (said: string): boolean =>
  /匿名|实名/.test(said) && tellsDeed(said) && readPerson(said)?.post !== undefined

const PLAIN_WISH =
  /(?:我|俺|咱)(?:真|是|就|还|也)?(?:有事)?(?:要|想|得)(?:实名|匿名)?(?:举报|反映|检举|控告|申请|备案|做|填|写)/

/** 我要举报的就是纪委书记，你们敢收吗: the wish stands first and is no question; what is asked behind it is asked. */
function wishFirst(ear: Ear, said: string): Command[] {
  const all = clauses(said)
  const first = all.findIndex((clause) => asks(clause))
  const lead = first > 0 ? all.slice(0, first).join('，') : ''
  const [start] = lead === '' || (readPerson(lead)?.post === undefined && !tellsDeed(lead)) ? [] : oneStart(ear, lead)
  return start ? [start, { type: 'wonder', question: all.slice(first).join('，') }] : []
}
