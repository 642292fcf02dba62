import type { Generated } from 'kysely'
import type { CaseTable, TalkTable } from './case-table.ts'
import type { DeskTables } from './desk-tables.ts'
import type { TextTable, TopicTable } from './library-tables.ts'
import type { RetentionTables } from './retention-tables.ts'

export { type CaseTable, noDay, type TalkTable } from './case-table.ts'
export type { TextTable, TopicTable } from './library-tables.ts'

/**
 * Every table. Only what SQLite and PostgreSQL keep alike: text, whole numbers, JSON as text, 0 and 1 for no and yes.
 * `at` is ISO 8601 with +08:00, but only the day where it is about a case (coarse-times.ts), as `created` and `changed` are;
 * `due` of a task is milliseconds of the database's clock.
 */
export interface Tables extends RetentionTables, DeskTables {
  /** Arrivals taken in, by `Seals.tag` of channel and id; no bodies, and only the day. */
  inbox: { key: string; at: string }
  /** Arrivals not yet worked on; `n` is their order. Those with `waits` 1 were posted to a person's secret. */
  arrivals: {
    n: Generated<number>
    key: string
    channel: string
    person: string
    event: Uint8Array
    waits: number
    due: number
    tries: number
  }
  conversations: TalkTable
  /** `key` is a tag, the entry sealed with the conversation. */
  log: { channel: string; person: string; seq: number; key: string; entry: Uint8Array }
  /** `key` is a tag, the task sealed under the server key. */
  outbox: {
    key: string
    channel: string
    person: string
    seq: number
    task: Uint8Array
    tries: number
    fence: number
    due: number
    dead: number
    why: string | null
  }
  /** What channels keep for themselves, sealed under tags; a forgotten value is null. */
  memory: { channel: string; key: string; value: string | null; revision: number }
  /** Sealed under codes that stand nowhere; `nonce` and `shown_until` go together, and first. */
  drafts: { id: string; sealed: string; until: string; nonce: string | null; shown_until: string | null }
  /** The last running number given out under each letter. */
  numbers: { letter: string; last: number }
  cases: CaseTable
  /** Clocks of cases, `n` in the order they began. `length`, `pauses`, `extended` are JSON of days and numbers. */
  case_clocks: {
    case_id: string
    n: number
    clock: string
    cite: string
    length: string
    began: string
    pauses: string
    extended: string | null
    ended: string | null
  }
  /** What officers did with a case, `n` in order: states and clauses, never words. */
  case_steps: {
    case_id: string
    n: number
    at: string
    officer: string
    action: string
    state_from: string
    state_to: string
    cite: string | null
  }
  /** Cases put to one another; one that was taken back has `revoked_at`. `new_facts` is sealed, with a key of the master. */
  case_links: {
    id: string
    master: string
    sub: string
    linked_at: string
    linked_by: string
    new_facts: Uint8Array | null
    revoked_at: string | null
    revoked_by: string | null
  }
  /** Pairs found to be two matters; `one` is the lesser id. */
  case_apart: { one: string; other: string; at: string; who: string }
  /** What officers and the person wrote, in order. `message` is empty but in rows older than sealing, which have no `id` yet. */
  messages: {
    case_id: string
    n: number
    message: string
    id: string | null
    sender: string | null
    content: Uint8Array | null
  }
  /**
   * Files of cases; `n` counts through each. Never changed. `face` and `bytes` are sealed, `size` is that of the sealed bytes;
   * what else is in clear is empty but in rows older than sealing, which have no `face` yet.
   */
  attachments: {
    id: string
    case_id: string
    n: number
    name: string
    type: string
    size: number
    sha256: string
    stripped: number
    at: string
    bytes: Uint8Array
    face: Uint8Array | null
  }
  /** Data keys, each sealed to those who may open it. Without them what they locked is noise: deleting them is shredding. */
  sealed_keys: { case_id: string; part: string; holder: string; sealed: Uint8Array }
  /** A symmetric key for the index of cases, sealed to the group key of that id. */
  index_keys: { id: string; sealed: Uint8Array }
  /** Entries of that index, locked under its key; `locked` is null where a case was shredded. */
  case_index: { n: Generated<number>; case_id: string; key_id: string; lines: number; locked: Uint8Array | null }
  group_keys: { id: string; unit: string; purpose: string; epoch: number; public_key: Uint8Array }
  group_copies: { key_id: string; holder: string; sealed: Uint8Array }
  officer_keys: {
    officer: string
    public_key: Uint8Array
    by_password: Uint8Array
    by_recovery: Uint8Array | null
  }
  session_keys: { id_hash: string; locked: Uint8Array }
  /** Officers' deeds done, by SHA-256 of case, officer and idempotency key. */
  deeds: { key: string; at: string }
  /** A chain: `hash` covers the event and `prev`, the hash of the one before. `unit` of the case a line is about. */
  audit: {
    seq: Generated<number>
    at: string
    who: string
    what: string
    object: string | null
    note: string | null
    unit: string | null
    prev: string | null
    hash: string | null
  }
  /** One row: the last event of the chain. Written to by whoever appends, so that they wait for each other. */
  audit_head: { id: number; seq: number; hash: string }
  /** By SHA-256 of the normalised question, so that length is no matter to the index. */
  gaps: {
    key: string
    question: string
    why: string
    /** How often it was asked and not answered, or the answer was no help; 0 for a question only praised so far. */
    times: number
    /** An ISO day and never a time, which would say more about who asked. */
    last_at: string
    downs: Generated<number>
    ups: Generated<number>
    /** Where the asker was; `about`: fact id of what was hit by name only. */
    place: string | null
    about: string | null
    /** Null until it is sorted. The question is empty once its topic has wordings enough: then it is only counted. */
    topic: string | null
  }
  gap_topics: TopicTable
  /** Why answers to the question of `key` were no help, each reason counted. */
  gap_reasons: { key: string; reason: string; times: number }
  texts: TextTable
  /** Originals as they were handed in, beside the row they became; `n` is that row's. */
  text_files: { n: number; bytes: Uint8Array }
  officers: {
    id: Generated<number>
    account: string
    /** The account name as compared: NFKC, lower case. */
    login: string
    name: string
    role: string
    password: string
    disabled: number
    unit: Generated<string>
  }
  units: { id: string; name: string; upper: string | null }
  /** Who must not see a case: `officer:3`, `unit:local`. */
  walls: { case_id: string; who: string }
  /** `step` is the last half-minute a code was taken for. */
  factors: { officer: number; sealed: string; confirmed: number; step: number }
  /** Members of vendors' organisations who are officers; `member` is a tag, `since` an ISO instant. */
  bindings: { channel: string; member: string; officer: number; since: string }
  /** Codes that wait to be typed; `hash` is a tag. */
  binding_codes: { hash: string; officer: number; until: string }
  approvals: {
    id: string
    kind: string
    object: string
    unit: string
    reason: string
    asked_by: string
    asked_at: string
    until: string
    state: string
    decided_by: string | null
    decided_at: string | null
  }
  /** Things that can happen once in the life of an installation, such as `setup`. */
  marks: { name: string }
  sessions: {
    id_hash: string
    officer: number
    csrf: string
    idle_until: string
    until: string
    half: Generated<number>
    fresh_until: string | null
  }
  /** One row, written to prove that writing works. */
  pulse: { id: number; beat: number }
}
