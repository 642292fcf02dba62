import type { Router } from 'express'
import type { Answers } from '../../flow/index.ts'
import { type OfficerDesk, type Seat, sight } from '../../runtime/index.ts'
import type { Desk } from '../desk.ts'
import type { Gate } from '../gate.ts'
import type { ConsoleOptions } from '../options.ts'
import type { Sessions } from '../session.ts'
import { openBeside } from './beside.ts'
import { bindingCodes } from './binding-codes.ts'
import { openDuplicates } from './duplicates.ts'
import { officerChat } from './officer-chat.ts'
import { openedDesks } from './opened-desks.ts'
import { chatPages } from './page-chat.ts'

interface Parts {
  readonly options: ConsoleOptions
  readonly chat: NonNullable<ConsoleOptions['chat']>
  readonly desk: Desk
  readonly sessions: Sessions
  readonly gate: Gate
}

/** Officers' commands on other channels, and the page where they are let in. */
export function openChat({ options, chat, desk, sessions, gate }: Parts): {
  readonly desk: OfficerDesk
  readonly pages: Router
} {
  const { store, kinds, now } = options
  const { content, origin, withoutPeople } = chat
  const codes = bindingCodes({ store, now })
  const opened = openedDesks({ store, sessions, now })

  async function masked(seat: Seat, number: string, text: string): Promise<string> {
    const sealed = await store.cases.seenBy(sight(seat.officer)).byNumber(number)
    const found = sealed && (await seat.unlocked?.case(sealed))
    return withoutPeople(text, found ? namedIn(found.form.answers) : [])
  }

  const duplicates = openDuplicates({ ledger: desk.ledger, masked })
  const officer = officerChat({
    ...{ desk, duplicates, store, kinds, codes, opened, content, origin, masked, now },
    beside: openBeside(options),
  })
  return { desk: officer, pages: chatPages({ options, codes, opened, gate }) }
}

/** What the form itself says of people: names, units, numbers. */
export function namedIn(answers: Answers): readonly string[] {
  return Object.entries(answers).flatMap(([path, answer]) =>
    answer.is === 'given' &&
    typeof answer.value === 'string' &&
    /(?:^|[._])(?:name|unit|phone|contact|applicant)$/.test(path)
      ? [answer.value]
      : [],
  )
}
