import type { Command } from './commands.ts'
import type { Ear } from './ear.ts'
import { aroundOf, flowOf, nextOf } from './form.ts'
import { hear, reheard } from './hear.ts'

/** 开完会了，纪要〔2026〕41号: what a kept form was waiting for is told outside of it, and the form opens again with it. */
export function heldTold({ bot, state, at }: Ear, said: string): readonly Command[] | undefined {
  for (const draft of state.drafts) {
    const next = nextOf(bot, draft)
    if (next.type !== 'hold') continue
    const flow = flowOf(bot, draft)
    const around = aroundOf(bot, draft.answers, at)
    const heard = hear(flow, said, around, undefined)
    if (!heard.some(({ path }) => next.missing.includes(path))) continue
    const fills = [...reheard(flow, said, around), ...heard].map(
      ({ path, value }): Command => ({ type: 'fill', path, value, said, direct: false }),
    )
    return [{ type: 'resumeHeld', flow: flow.id }, ...fills]
  }
  return undefined
}
