import type { CaseRef, DeskCommand } from '../../dialogue/index.ts'
import type { CaseKind } from '../../intake/index.ts'
import type { Seat, Store } from '../../runtime/index.ts'
import { askPart } from './asking.ts'
import { alikePart, claimPart, identityPart, linkPart, paperPart, releasePart, undoPart } from './deeds.ts'
import { meantCase } from './find-case.ts'
import { type Goal, movePart } from './moves.ts'
import type { ChatParts, Part, Speaking } from './part.ts'
import { inOneLine, queuePart } from './queue.ts'
import { chatSays } from './says.ts'

export interface DoingParts extends ChatParts {
  readonly store: Store
  readonly kinds: readonly CaseKind[]
  /** Words of a case as a vendor's cloud may see them: nobody's name, number or unit. */
  masked(seat: Seat, number: string, text: string): Promise<string>
}

/** Does one command. @throws Refused as the desk does. */
export function doing(parts: DoingParts) {
  const goals = ({ kind }: { readonly kind: string }): readonly Goal[] => {
    const own = parts.kinds.find(({ id }) => id === kind)
    return (own?.moves ?? []).map(({ action, to }) => ({
      ...{ action, to },
      closes: own?.states.find(({ id }) => id === to)?.closed ?? false,
    }))
  }

  async function about(speaking: Speaking, ref: CaseRef, work: (number: string) => Promise<Part>): Promise<Part> {
    const meant = await meantCase(parts, speaking, ref)
    return 'ask' in meant ? { text: meant.ask, events: [] } : work(meant.number)
  }

  return async (speaking: Speaking, command: DeskCommand): Promise<Part> => {
    switch (command.type) {
      case 'queue':
        return queuePart(parts, speaking, command.which)
      case 'more':
        return { text: chatSays.more(`${parts.origin()}/console`), events: [] }
      case 'help':
        return { text: chatSays.help(`${parts.origin()}/console/chat`), events: ['desk_helped'] }
      case 'look':
        return about(speaking, command.case, (number) => lookPart(parts, speaking, number))
      case 'claim':
        return about(speaking, command.case, (number) => claimPart(parts, speaking, number))
      case 'release':
        return about(speaking, command.case, (number) => releasePart(parts, speaking, number))
      case 'likely':
        return about(speaking, command.case, (number) => alikePart(parts, speaking, number))
      case 'identity':
        return about(speaking, command.case, (number) => identityPart(parts, speaking, number))
      case 'paper':
        return about(speaking, command.case, (number) => paperPart(parts, speaking, number, command))
      case 'ask':
        return about(speaking, command.case, (number) => askPart(parts, speaking, number, command))
      case 'move':
        return about(speaking, command.case, (number) => movePart({ ...parts, goals }, speaking, number, command))
      case 'link': {
        const { to } = command
        if (!to) return { text: chatSays.linkTo, events: [] }
        return about(speaking, command.case, (number) =>
          about(speaking, to, (other) => linkPart(parts, speaking, number, other)),
        )
      }
      case 'undo': {
        const said = command.case.type === 'this' && !command.case.said
        const last = speaking.talk?.linked?.case
        if (said && last !== undefined) return undoPart(parts, speaking, last)
        return said
          ? { text: chatSays.nothingToUndo, events: [] }
          : about(speaking, command.case, (number) => undoPart(parts, speaking, number))
      }
      case 'bind':
      case 'unbind':
      case 'yes':
      case 'no':
        return { text: chatSays.nothingAsked, events: [] }
    }
  }
}

/** How a case stands, by what lies open: no key is needed for it, and no content is in it. */
async function lookPart({ desk, origin }: ChatParts, { seat }: Speaking, number: string): Promise<Part> {
  const { cases } = await desk.list(seat, { q: number, limit: 20 })
  const row = cases.find((each) => each.number === number)
  if (!row) return { text: chatSays.gone, events: [] }
  const choices = row.holder || row.closed ? [] : [{ label: `认领 ${number}`, value: `认领 ${number}` }]
  return {
    text: `${number}：${inOneLine(row)}\n内容在工作台看：${origin()}/console/cases/${number}`,
    events: [],
    choices,
    talk: { case: number },
  }
}
