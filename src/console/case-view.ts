import { type CaseKind, says } from '../intake/index.ts'
import { type Case, type CaseRow, type Officer, sight, type Unlocked } from '../runtime/index.ts'
import { auditLine } from './audit-words.ts'
import { movesNow } from './case-life.ts'
import type { DeskCase, DeskRow } from './desk-view.ts'
import { dueWords } from './due.ts'
import { fileView } from './file-view.ts'
import { clauseOf, formView } from './form-view.ts'
import { clockViews, moveView, stepViews } from './life-view.ts'
import { missingItems } from './missing.ts'
import type { ConsoleOptions } from './options.ts'
import { papersOf } from './papers.ts'
import { maskReceipts, transcript } from './transcript.ts'

/** Plain columns of a row, and the place once it is opened. */
type Row = Omit<CaseRow, 'id' | 'head' | 'keys'> & { readonly area?: string; readonly found?: readonly string[] }

/** A row of the queue as `officer` sees it. */
export function rowView(row: Row, officer: Officer, officers: readonly Officer[], options: ConsoleOptions): DeskRow {
  const { number, kind, state, area, found, createdAt, changedAt, due, dueCite, answered, closed } = row
  const name = officers.find(({ id }) => id === row.holder)?.name ?? '其他人'
  const limit = { ...(due === undefined ? {} : { due }), ...(dueCite === undefined ? {} : { dueCite }) }
  return {
    number,
    kind,
    title: options.kinds.find(({ id }) => id === kind)?.title ?? kind,
    state,
    ...(area === undefined ? {} : { area }),
    ...(found === undefined ? {} : { found }),
    ...(row.holder === undefined ? {} : { holder: { name, mine: row.holder === officer.id } }),
    createdAt,
    changedAt,
    ...(due === undefined ? {} : { due }),
    dueWords: dueWords(limit, options.now().slice(0, 10), options.calendar),
    answered,
    closed,
  }
}

/** Everything an officer reads of a case, put together from the opened case, its files and its audit lines. */
export async function caseView(
  found: Case,
  unlocked: Unlocked,
  officer: Officer,
  options: ConsoleOptions,
  beside: Pick<DeskCase, 'mayWork' | 'colleagues' | 'mayTakeBack' | 'signOffs' | 'replies'>,
): Promise<DeskCase> {
  const { store, flows, clauses } = options
  const [officers, audit, sealed] = await Promise.all([
    store.officers.list(),
    auditOf(found, officer, options),
    store.attachments.seenBy(sight(officer)).list(found.id),
  ])
  const files = (await Promise.all(sealed.map((each) => unlocked.file(found.id, each)))).filter(
    (each) => each !== undefined,
  )
  const { answered: _, ...row } = rowView({ ...found, answered: false }, officer, officers, options)
  const kind = options.kinds.find(({ id }) => id === found.kind)
  const flow = flows.findLast(({ id, edition }) => id === found.form.flow && edition === found.form.edition)
  const stuck = blocked(row.holder)
  return {
    ...row,
    says: kind ? says(kind, found.state) : found.state,
    channel: channels[found.thread.channel] ?? found.thread.channel,
    fence: found.fence,
    revision: found.revision,
    ...dueFor(found, kind),
    ...renamed(clauseOf(found.dueCite, clauses)),
    form: formView(found.form, flows, clauses),
    clocks: clockViews(found, kind, options),
    steps: stepViews(found, kind, officers, options),
    missing: flow ? missingItems(flow, found.form.answers) : [],
    leavesOpen: (kind?.leavesOpen ?? []).map(({ says: open, cite }) => ({ says: open, ...clauseOf(cite, clauses) })),
    messages: found.messages.map(({ at, from, text, question, internal }) => ({
      at,
      from,
      text: maskReceipts(text),
      ...(question ? { question } : {}),
      ...(internal ? { internal } : {}),
    })),
    attachments: files.map(fileView),
    transcript: transcript(found.heard),
    identity: found.identity,
    papers: papersOf(found, options),
    moves: movesNow(found, officer, options).map((move) => moveView(move, options)),
    ...beside,
    ...(stuck === undefined ? {} : { blocked: stuck }),
    audit: audit.map((line) => auditLine(line, officers, options.kinds)),
  }
}

/** What the nearest clock is for. */
function dueFor(found: Case, kind: CaseKind | undefined): Pick<DeskCase, 'dueFor'> {
  const running = found.clocks.find(({ cite, ended }) => ended === undefined && cite === found.dueCite)
  const says = kind?.clocks.find(({ id }) => id === running?.id)?.says
  return says === undefined ? {} : { dueFor: says }
}

const channels: Readonly<Record<string, string>> = {
  web: '网页',
  wecom: '企业微信',
  teams: 'Teams',
  cli: '命令行',
  phone: '来电',
  letter: '来信',
  visit: '来访',
}

function blocked(holder: DeskRow['holder']): string | undefined {
  if (!holder) return '这件还没有人认领。先认领，再办理。'
  return holder.mine ? undefined : `这件由${holder.name}认领，正在办理。需要由您来办，请${holder.name}先放回。`
}

/**
 * The turn that handed the form in knew the case by its id, officers know it by its number: both are its lines. A line that
 * names another case is shown to those only who see that case, too: or a link would betray what a wall hides.
 */
async function auditOf({ id, number }: Case, officer: Officer, { store }: ConsoleOptions) {
  const found = await Promise.all([id, number].map((object) => store.audit.list({ object, limit: 100 })))
  const lines = found.flatMap(({ rows }) => rows).sort((a, b) => b.seq - a.seq)
  const named = (note = '') => note.match(/[A-Z]-\d+/g) ?? []
  const others = new Set(lines.flatMap((line) => (aboutTwo.has(line.what) ? named(line.note) : [])))
  const cases = store.cases.seenBy(sight(officer))
  for (const each of others) if (await cases.byNumber(each)) others.delete(each)
  return lines.filter(({ what, note }) => !aboutTwo.has(what) || !named(note).some((each) => others.has(each)))
}

/** Lines whose note holds numbers of other cases. */
const aboutTwo: ReadonlySet<string> = new Set([
  'case.linked',
  'case.unlinked',
  'case.compared',
  'case.apart',
  'case.unapart',
])

const renamed = ({ clause }: ReturnType<typeof clauseOf>): Pick<DeskCase, 'dueClause'> =>
  clause ? { dueClause: clause } : {}
