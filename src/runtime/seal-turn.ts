import type { Deed } from '../dialogue/index.ts'
import { count, fieldsOf, given } from '../flow/index.ts'
import { kindFor, open } from '../intake/index.ts'
import { keptFiles } from './files.ts'
import { handedIn } from './hand-in.ts'
import type { House } from './house.ts'
import type {
  Address,
  CheckedFile,
  LogEntry,
  LogRow,
  NewCase,
  Purpose,
  Recipients,
  Thread,
  TurnWrite,
} from './ports.ts'
import { localUnit } from './units.ts'

// What a turn hands in is sealed here, before the store sees it: public keys are all it takes.

/** Who works a kind of case: reports are opened by others than applications of cadres. */
export function purposeOf(kind: string): Purpose {
  return kind.startsWith('tolerance') || kind === 'risk-filing' ? 'tolerance' : 'report'
}

/** What of the house files a form. */
type Registry = Pick<House, 'bot' | 'kinds' | 'calendar' | 'store' | 'receipts' | 'sealer' | 'identity' | 'seals'>

/** A form as it becomes a case, sealed to the unit's group, with what was said up to it. */
export async function newCaseOf(
  house: Registry,
  thread: Thread,
  submit: Extract<Deed, { type: 'submit' }>,
  heard: readonly LogEntry[],
  at: string,
  unit: string = localUnit,
): Promise<NewCase> {
  const kind = kindFor(house.kinds, submit.kind, submit.answers)
  if (!kind) throw new Error(`bot/cases has no kind ${submit.kind}, which ${submit.flow} hands in`)
  const { flow, edition, answers, findings, concluded } = submit
  const { kind: _id, area, upward, ...opening } = open(kind, answers, at, house.calendar)
  const whole = {
    form: { flow, edition, answers, findings, concluded },
    thread: addressOf(house, thread),
    ...(area === undefined ? {} : { area }),
    at,
    heard: namedIn(house, submit) ? await wholeLog(house, thread, heard, at) : [],
  }
  const { body, identity } = handedIn(whole, house.identity[flow] ?? [])
  const receipt = await house.receipts.issue()
  const goes = { unit, purpose: purposeOf(kind.id), ...(upward ? await above(house, unit) : {}) }
  const to = await house.sealer.group(goes.unit, goes.purpose)
  return {
    id: submit.case,
    kind: kind.id,
    ...opening,
    ...goes,
    walls: await namedOfficers(house, submit, goes.unit),
    sealed: house.sealer.form(to, submit.case, body, identity),
    reporterKey: receipt.publicKey,
    receiptId: receipt.id,
    receiptNonce: receipt.nonce,
  }
}

/** Where a report about our own leaders goes, under numbers of its own so that ours show no gap; nowhere if nobody above signs in here. */
async function above(
  { store }: Pick<House, 'store'>,
  own: string,
): Promise<Partial<Pick<NewCase, 'letter'>> & Partial<Where>> {
  const upper = (await store.units.list()).find(({ id }) => id === own)?.upper
  return upper === undefined ? {} : { unit: upper, purpose: 'report-upper', letter: 'U' }
}

/** Officers of the unit who are named in a report as those it is about: none of them ever sees it. Namesakes are left out, too. */
async function namedOfficers(
  { bot, store }: Registry,
  { flow, answers }: Extract<Deed, { type: 'submit' }>,
  unit: string,
): Promise<readonly string[]> {
  const people = bot.flows.find(({ id }) => id === flow)?.coach?.people
  if (people === undefined) return []
  const names = Array.from({ length: count(answers, people) }, (_, n) => given(answers, `${people}[${n}].name`))
  const bare = names.flatMap((name) => (typeof name === 'string' ? [name.normalize('NFKC').trim()] : []))
  if (bare.length === 0) return []
  const officers = await store.officers.list()
  return officers
    .filter(
      (each) =>
        each.unit === unit &&
        each.name.length > 1 &&
        bare.some((name) => name.includes(each.name.normalize('NFKC').trim())),
    )
    .map(({ id }) => `officer:${id}`)
}

interface Where {
  readonly unit: string
  readonly purpose: Purpose
}

/** Where the person is told later: sealed with the form, so that the database does not say whose conversation a case came from. */
function addressOf({ seals }: Registry, { channel, person, secret }: Thread): Address {
  return secret === undefined
    ? { channel, person }
    : { channel, person: seals.row({ channel, person, secret }), row: true }
}

/**
 * False for a form that may be anonymous and has no name. Its conversation may hold a name that was taken back, or
 * questions asked before; the person was told that it is not handed on, so only the form with its own words is.
 */
function namedIn(house: Registry, { flow, edition, answers }: Extract<Deed, { type: 'submit' }>): boolean {
  const own = house.bot.flows.find((f) => f.id === flow && f.edition === edition)
  if (!own?.anonymous) return true
  return [...fieldsOf(own)].some(([path, field]) => field.kind === 'name' && answers[path]?.is === 'given')
}

/** Read in pieces; 20 of them are 4,000 messages, more than a month of talking. */
async function wholeLog(
  house: Registry,
  thread: Thread,
  heard: readonly LogEntry[],
  at: string,
): Promise<readonly LogRow[]> {
  const rows: LogRow[] = []
  for (let piece = 0; piece < 20; piece++) {
    const next = await house.store.conversations.log(thread, rows.at(-1)?.seq ?? 0, 200)
    rows.push(...next)
    if (next.length < 200) break
  }
  const last = rows.at(-1)?.seq ?? 0
  return [...rows, ...heard.map((entry, n) => ({ ...entry, seq: last + n + 1, at }))]
}

/** What the person added to cases, sealed to those who may read them now. */
export async function sealedReplies(house: House, deeds: readonly Deed[], at: string): Promise<TurnWrite['replies']> {
  const replies = deeds.filter((d) => d.type === 'reply')
  return Promise.all(
    replies.map(async ({ case: id, text }) => {
      const to = await house.sealer.ofCase(id)
      return { case: id, message: house.sealer.message(to, id, { at, from: 'person', text }) }
    }),
  )
}

/** Files the person added, each sealed under a key of its own; also to a case handed in this very turn. */
export async function sealedFiles(
  house: House,
  files: readonly CheckedFile[],
  deeds: readonly Deed[],
  newCase: NewCase | undefined,
  at: string,
): Promise<TurnWrite['attachments']> {
  const recipients = (id: string): Promise<Recipients> =>
    id === newCase?.id
      ? house.sealer.group(newCase.unit ?? localUnit, newCase.purpose ?? purposeOf(newCase.kind))
      : house.sealer.ofCase(id)
  const out: TurnWrite['attachments'][number][] = []
  for (const { case: id, file } of keptFiles(files, deeds)) {
    const { word: _, bytes, ...face } = file
    const kept = { ...face, size: bytes.byteLength, at }
    out.push(house.sealer.file(await recipients(id), id, house.newId(), kept, bytes))
  }
  return out
}
