import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express, { type Router } from 'express'
import { cases as kinds } from '../../bot/cases/index.ts'
import { identity as wholeIdentity } from '../../bot/identity.ts'
import { bot } from '../../bot/index.ts'
import { papers } from '../../bot/papers/index.ts'
import { retention } from '../../bot/retention.ts'
import { withoutPeople } from '../../src/answer/index.ts'
import type { Calendar } from '../../src/base/index.ts'
import {
  type ConsoleOptions,
  firstRun,
  type OpenIndex,
  openCaseIndex,
  openConsole,
  type Setup,
} from '../../src/console/index.ts'
import type { Clause } from '../../src/dialogue/index.ts'
import { type Answers, defineFlow, type Finding } from '../../src/flow/index.ts'
import {
  type Form,
  type Keyring,
  type LogRow,
  type NewCase,
  type Officer,
  type OfficerDesk,
  openClerk,
  openShredder,
  openTraffic,
  type Sealer,
  type Secrets,
  type Store,
  type TurnWrite,
  type Unlocked,
  worksCases,
} from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { keyOf } from './key-holder.ts'
import { pressFor } from './press.ts'
import { scratchFolder } from './scratch.ts'

export const today = '2026-11-23'

const Common = { why: '为了核实。', example: '例子' }
const flow = defineFlow({
  id: 'report',
  edition: '2026-11-01',
  title: '检举控告',
  opening: '我们一步一步来。',
  opensOn: [[['举报']]],
  closing: '先到这里。',
  steps: [
    {
      ask: {
        ...Common,
        id: 'mode',
        kind: 'choice',
        label: '署名方式',
        ask: '实名还是匿名？',
        cite: 'nat.rule.realname.def',
        options: { 实名: { label: '实名' }, 匿名: { label: '匿名' } },
      },
    },
    { ask: { ...Common, id: 'name', kind: 'name', label: '姓名', ask: '您怎么称呼？' } },
    {
      ask: {
        ...Common,
        id: 'facts',
        kind: 'list',
        label: '事情',
        item: '事情',
        ask: '是什么事？',
        main: 'what',
        each: [
          { ask: { ...Common, id: 'what', kind: 'text', label: '经过', ask: '经过是怎样的？' } },
          { ask: { ...Common, id: 'time', kind: 'period', label: '时间', ask: '什么时候？' } },
          { ask: { ...Common, id: 'amount', kind: 'amount', label: '金额', ask: '多少钱？' } },
        ],
      },
    },
    { ask: { ...Common, id: 'truth', kind: 'yesNo', label: '属实声明', ask: '以上属实吗？' } },
    { submit: { kind: 'report' } },
  ],
})

const clause = (id: string, label: string, text: string): Clause => ({
  id,
  instrument: '纪检监察机关处理检举控告工作规则',
  label,
  region: '全国',
  authority: '正式条文',
  held: 'digest',
  text,
})

export const clauses: Readonly<Record<string, Clause>> = {
  'nat.rule.realname.def': clause('nat.rule.realname.def', '实名的含义', '用真名并留下联系方式的是实名。'),
  'nat.rule.realname.ack15': clause('nat.rule.realname.ack15', '受理告知', '收到之日起十五个工作日内告知受理情况。'),
}

export const places = [
  { name: '河南省', short: '河南' },
  { name: '许昌市', short: '许昌', within: '河南省' },
]

export const texts = [
  { id: 'nat.rule', title: '纪检监察机关处理检举控告工作规则', kind: '文件' },
  { id: 'working-days', title: '工作日怎么算', kind: '答法' },
]

const calendar: Calendar = {
  coveredFrom: '2026-01-01',
  coveredUntil: '2026-12-31',
  off: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  work: new Set(['2026-10-10']),
}

/** The officers' side alone on a free port, over a real SQLite store in a folder of its own. */
export interface Office {
  readonly url: string
  readonly store: Store
  readonly secrets: Secrets
  readonly keyring: Keyring
  readonly sealer: Sealer
  /** What stands in the cases, as the console has it open. */
  readonly index: OpenIndex
  /** As it is mounted, for those who want to know every route. */
  readonly router: Router
  /** Officers' commands, as other channels hand them over. */
  readonly chat: OfficerDesk | undefined
  /** An officer who holds the unit's keys and passes them on; absent until the first one sits down. */
  holder: Unlocked | undefined
  readonly setup: Setup
  /** Times somebody was told something. */
  readonly told: () => number
  readonly faults: unknown[]
  clock: { at: string }
  close(): Promise<void>
}

export async function openOffice({
  holder,
  databaseUrl,
  ...more
}: Partial<ConsoleOptions> & { holder?: Unlocked; databaseUrl?: string } = {}): Promise<Office> {
  const folder = scratchFolder()
  const vault = await openVault(join(folder.path, 'server.key'))
  const { secrets, seals } = vault
  const store = await openStore({ dataDir: folder.path, seals, ...(databaseUrl ? { databaseUrl, unsafe: true } : {}) })
  const keyring = more.keyring ?? vault.keyring(store)
  const sealer = more.sealer ?? vault.sealer(store)
  const setup = firstRun(store)
  const record = vault.shredded(join(folder.path, 'shredded.list'))
  const clock = { at: `${today}T09:30:00+08:00` }
  const faults: unknown[] = []
  let told = 0
  const options: ConsoleOptions = {
    store,
    secrets,
    keyring,
    sealer,
    shredder: openShredder({ retention: store.retention, record, now: () => clock.at }),
    press: pressFor(store, () => clock.at),
    kinds,
    papers,
    replies: [],
    retention,
    identity: { report: ['name'] },
    flows: [flow],
    clauses,
    calendar,
    places,
    texts: () => texts,
    answerer: { answer: async () => ({ outcome: 'no-match', text: '（没有）', cites: [], suggestions: [] }) },
    now: () => clock.at,
    clerk: openClerk({
      // The forms as they are; the library stays out of it.
      bot: { ...bot, clauses, places: [] },
      ...{ kinds, calendar, store, sealer, seals, receipts: vault.receipts, identity: wholeIdentity },
      clock: () => clock.at,
    }),
    channels: [],
    plugs: new Map(),
    traffic: openTraffic(store.memory, () => clock.at),
    secureCookies: false,
    setup,
    chat: { content: true, origin: () => 'https://qingwen.example.cn', withoutPeople },
    onTold: () => void told++,
    onFault: (error) => void faults.push(error),
    ...more,
  }
  const index = openCaseIndex(options)
  const { router, chat } = openConsole(options, index)
  const server = createServer(express().use(router))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server's address is never a string
    store,
    secrets,
    keyring,
    sealer,
    router,
    chat,
    index,
    holder,
    setup,
    told: () => told,
    faults,
    clock,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await store.close()
      folder.remove()
    },
  }
}

export interface Desk {
  readonly officer: Officer
  readonly token: string
  readonly csrf: string
  /** A JSON call with this officer's bearer token. */
  call<Body = unknown>(path: string, init?: RequestInit): Promise<{ status: number; body: Body; headers: Headers }>
  /** A page as this officer's browser would fetch it. */
  page(path: string): Promise<{ status: number; html: string; headers: Headers }>
  /** A form sent as this officer's browser would, not followed. */
  post(path: string, fields: Record<string, string>): Promise<{ status: number; html: string; headers: Headers }>
}

let seats = 0

/**
 * An officer who has signed in, without the third of a second a password costs; sign-in has its own tests.
 *
 * @param role roles with `、` between.
 * @param more `fresh`: password and code were given just now.
 */
export async function seat(
  office: Office,
  role = '受理',
  name?: string,
  more: { readonly unit?: string; readonly fresh?: true } = {},
): Promise<Desk> {
  const n = ++seats
  const { unit = 'local', fresh } = more
  const account = { account: `officer${n}`, name: name ?? `值班${n}`, role, unit, password: 'scrypt$17$8$1$x$x' }
  const officer = await office.store.officers.add(account, office.clock.at)
  if (officer === 'taken') throw new Error('account names of tests are unique')
  const token = randomBytes(32).toString('base64url')
  const csrf = randomBytes(32).toString('base64url')
  const later = new Date(Date.parse(office.clock.at) + 8 * 3_600_000).toISOString()
  const idHash = createHash('sha256').update(token).digest('base64url')
  const unlocked = await keyOf(office.keyring, officer.id)
  if (worksCases(officer)) await sitDown(office, unlocked, unit)
  await office.store.officers.openSession({
    idHash,
    officer: officer.id,
    csrf,
    idleUntil: later,
    until: later,
    ...(fresh ? { freshUntil: later } : {}),
  })
  await unlocked.keep(idHash, token)
  const cookie = `qingwen-console=${token}`
  const html = async (response: Response) => ({
    status: response.status,
    html: await response.text(),
    headers: response.headers,
  })
  return {
    officer,
    token,
    csrf,
    async call(path, init = {}) {
      const headers = { authorization: `Bearer ${token}`, ...(init.body ? { 'content-type': 'application/json' } : {}) }
      const response = await fetch(office.url + path, { ...init, headers: { ...headers, ...init.headers } })
      const text = await response.text()
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers }
    },
    page: async (path) => html(await fetch(office.url + path, { headers: { cookie }, redirect: 'manual' })),
    post: async (path, fields) =>
      html(
        await fetch(office.url + path, {
          method: 'POST',
          body: new URLSearchParams({ csrf, ...fields }),
          headers: { cookie, origin: office.url, 'sec-fetch-site': 'same-origin' },
          redirect: 'manual',
        }),
      ),
  }
}

/** The first takes the unit's keys over, and gives them to whoever comes after. */
async function sitDown(office: Office, unlocked: Unlocked, unit: string): Promise<void> {
  if (unit !== 'local') {
    await office.keyring.takeOver(unlocked, unit)
    return
  }
  if (office.holder) await office.keyring.admit(office.holder, unit, unlocked.officer)
  else await office.keyring.takeOver(unlocked, unit)
  office.holder ??= unlocked
}

const given = (value: string, said = value, turn = 1) => ({ is: 'given', value, said, turn }) as const

export const answers: Answers = {
  mode: given('实名', '我实名', 2),
  name: given('李秀英', '我叫李秀英', 3),
  'facts[0].what': given('把水泥拉回自己家', '水泥拉自己家去了', 1),
  'facts[0].time': {
    is: 'given',
    value: { text: '去年八月', from: '2025-08-01', to: '2025-08-31' },
    said: '去年八月',
    turn: 1,
  },
  'facts[0].amount': { is: 'unknown', said: '不知道多少', turn: 4 },
  truth: { is: 'given', value: 'yes', said: '属实', turn: 5 },
}

let filed = 0

/** What is in a report, if not what is in all of them. */
interface Filed {
  readonly answers?: Answers
  readonly findings?: readonly Finding[]
  readonly heard?: readonly string[]
  readonly area?: string
  readonly form?: Form
  /** Answers that lie sealed apart. */
  readonly identity?: Answers
}

/** A report handed in by somebody; @returns its number and id. */
export async function file(
  { store, sealer, clock }: Pick<Office, 'store' | 'sealer' | 'clock'>,
  more: Partial<NewCase> & Filed = {},
): Promise<{ number: string; id: string; thread: { channel: string; person: string } }> {
  const n = ++filed
  const { answers: own, findings, heard, area, form, identity, ...rest } = more
  const thread = { channel: 'web', person: `p${n}` }
  const id = `case-${n}`
  const said = heard ?? ['水泥拉自己家去了']
  const rows = said.map((text, i): LogRow => ({ key: `${i}`, seq: i + 1, at: clock.at, from: 'person', text }))
  const body = {
    form: form ?? {
      flow: 'report',
      edition: '2026-11-01',
      answers: own ?? answers,
      findings: findings ?? [],
    },
    thread,
    ...(area === undefined ? {} : { area }),
    at: clock.at,
    heard: rows,
  }
  const to = await sealer.group(rest.unit ?? 'local', rest.purpose ?? 'report')
  const newCase: NewCase = {
    id,
    kind: 'report',
    state: '待受理',
    letter: 'R',
    sealed: sealer.form(to, id, body, identity && { answers: identity }),
    reporterKey: Buffer.alloc(32, 9),
    receiptId: `receipt-${n}`,
    receiptNonce: `nonce-${n}`,
    ...rest,
  }
  const write: TurnWrite = {
    arrival: { ...thread, id: `m${n}` },
    revision: 0,
    state: { v: 1, turn: 1, drafts: [], misses: 0, used: [] },
    log: [
      ...said.map((text, i) => ({ key: `web/p${n}/${i}/in`, from: 'person', text }) as const),
      { key: `web/p${n}/out`, from: 'bot', say: { type: 'say', text: '回执：{{receipt}}', receipt: true } },
    ],
    push: false,
    newCase,
    replies: [],
    attachments: [],
    receiptsKept: [],
    gaps: [],
    audit: [{ who: 'person', what: 'form.submitted', object: newCase.id }],
    at: clock.at,
  }
  await store.conversations.commit(write)
  const made = await store.cases.byId(newCase.id)
  return { number: made!.number, id: newCase.id, thread }
}
