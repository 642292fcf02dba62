import { movesFrom } from '../../intake/index.ts'
import type { Scratch } from '../scratch.ts'
import type { Fields } from './compare.ts'

/** Cases as other programs see them after an officer's turn: `R-1003.status`, `R-1003.master` … */
export async function caseFields({ house, unlocked }: Scratch, numbers: readonly string[]): Promise<Fields> {
  const cases = await Promise.all(numbers.map((number) => house.store.cases.byNumber(number)))
  const fields = await Promise.all(
    cases.map(async (sealed) => {
      const found = sealed && (await unlocked.case(sealed))
      if (!found) return []
      const kind = house.kinds.find(({ id }) => id === found.kind)
      const last = found.steps.at(-1)
      const reasons = found.messages.filter(({ from }) => from === 'officer')
      const move = kind?.moves.find(({ action }) => action === last?.action)
      const links = await house.store.links.of(sealed.id)
      const under = links.find(({ sub, revoked }) => sub.id === sealed.id && !revoked)
      const asked = found.messages.filter(({ question }) => question).length
      const view = {
        status: found.state,
        state: found.state,
        ...(under ? { master: under.master.number } : {}),
        claimed: found.holder !== undefined,
        closed: found.closed,
        questions: asked,
        motivation_present:
          last !== undefined &&
          move !== undefined &&
          // A step knows its day and no more; what was asked of the person is no reason for another move.
          reasons.some(
            ({ at, text, question }) =>
              at.slice(0, 10) === last.at.slice(0, 10) && text.trim() !== '' && (!question || move.asks === true),
          ),
        possible: kind ? movesFrom(kind, found.state).map(({ title }) => title) : [],
      }
      return [[found.number, view] as const]
    }),
  )
  return Object.fromEntries(fields.flat())
}
