import { movesFrom, says } from '../intake/index.ts'
import type { Case, CaseRow, Officer } from '../runtime/index.ts'
import { auditLine } from './audit-words.ts'
import type { DeskCase, DeskRow, MoveView } from './desk-view.ts'
import { dueWords } from './due.ts'
import { fileView } from './file-view.ts'
import { clauseOf, formView } from './form-view.ts'
import type { ConsoleOptions } from './options.ts'
import { maskReceipts, transcript } from './transcript.ts'

/** A row of the queue as `officer` sees it. */
export function rowView(
  row: CaseRow,
  officer: Officer,
  officers: readonly Officer[],
  options: ConsoleOptions,
): DeskRow {
  const { number, kind, state, area, createdAt, changedAt, due, dueCite, answered, closed } = row
  const name = officers.find(({ id }) => id === row.holder)?.name ?? '其他人'
  const limit = { ...(due === undefined ? {} : { due }), ...(dueCite === undefined ? {} : { dueCite }) }
  return {
    number,
    kind,
    title: options.kinds.find(({ id }) => id === kind)?.title ?? kind,
    state,
    ...(area === undefined ? {} : { area }),
    ...(row.holder === undefined ? {} : { holder: { name, mine: row.holder === officer.id } }),
    createdAt,
    changedAt,
    ...(due === undefined ? {} : { due }),
    dueWords: dueWords(limit, options.now().slice(0, 10), options.calendar),
    answered,
    closed,
  }
}

/** Everything an officer reads of a case, put together from the case, its conversation and its audit lines. */
export async function caseView(found: Case, officer: Officer, options: ConsoleOptions): Promise<DeskCase> {
  const { store, flows, clauses } = options
  const [officers, audit, files] = await Promise.all([
    store.officers.list(),
    auditOf(found, options),
    store.attachments.list(found.id),
  ])
  const { answered: _, ...row } = rowView({ ...found, answered: false }, officer, officers, options)
  const kind = options.kinds.find(({ id }) => id === found.kind)
  const stuck = blocked(row.holder)
  return {
    ...row,
    says: kind ? says(kind, found.state) : found.state,
    channel: channels[found.thread.channel] ?? found.thread.channel,
    fence: found.fence,
    revision: found.revision,
    ...(found.dueCite === undefined || !kind?.clock ? {} : { dueFor: kind.clock.says }),
    ...renamed(clauseOf(found.dueCite, clauses)),
    form: formView(found.form, flows, clauses),
    messages: found.messages.map((message) => ({ ...message, text: maskReceipts(message.text) })),
    attachments: files.map(fileView),
    transcript: transcript(found.form.talk ?? []),
    moves: kind
      ? movesFrom(kind, found.state).map((move): MoveView => {
          const { action, title, prompt, asks, reason, cite } = move
          return { action, title, prompt, asks, needsReason: reason === 'required', ...clauseOf(cite, clauses) }
        })
      : [],
    ...(stuck === undefined ? {} : { blocked: stuck }),
    audit: audit.map((line) => auditLine(line, officers, options.kinds)),
  }
}

const channels: Readonly<Record<string, string>> = { web: '网页', wecom: '企业微信', teams: 'Teams', cli: '命令行' }

function blocked(holder: DeskRow['holder']): string | undefined {
  if (!holder) return '这件还没有人认领。先认领，再办理。'
  return holder.mine ? undefined : `这件由${holder.name}认领，正在办理。需要由您来办，请${holder.name}先放回。`
}

/** The turn that handed the form in knew the case by its id, officers know it by its number: both are its lines. */
async function auditOf({ id, number }: Case, { store }: ConsoleOptions) {
  const found = await Promise.all([id, number].map((object) => store.audit.list({ object, limit: 100 })))
  return found.flatMap(({ rows }) => rows).sort((a, b) => b.seq - a.seq)
}

const renamed = ({ clause }: ReturnType<typeof clauseOf>): Pick<DeskCase, 'dueClause'> =>
  clause ? { dueClause: clause } : {}
