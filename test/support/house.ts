import { readConfig } from '../../src/config.ts'
import { addOfficer } from '../../src/console/index.ts'
import { type Running, start } from '../../src/main.ts'
import { line, type Opened } from './line.ts'
import { bindPhone, type Phone } from './phone.ts'
import { scratchFolder } from './scratch.ts'
import { password } from './word.ts'

/** The whole house in this process, on a free port and a data folder of its own. */
export interface WholeHouse {
  readonly url: string
  readonly running: Running
  readonly folder: string
  /** What was printed at start. */
  readonly printed: readonly string[]
  /** Stops it and starts it again on the same folder, with a port of its own. @returns the new one. */
  again(environment?: Readonly<Record<string, string>>): Promise<WholeHouse>
  close(): Promise<void>
}

/** @param environment besides a free port and the scratch folder. */
export async function wholeHouse(environment: Readonly<Record<string, string>> = {}): Promise<WholeHouse> {
  const folder = scratchFolder()
  return open(folder, environment)
}

async function open(
  folder: ReturnType<typeof scratchFolder>,
  environment: Readonly<Record<string, string>>,
): Promise<WholeHouse> {
  const printed: string[] = []
  const config = readConfig({ PORT: '0', QINGWEN_DATA: folder.path, ...environment })
  const running = await start(config, (text) => void printed.push(text))
  return {
    url: `http://127.0.0.1:${running.port}`,
    running,
    folder: folder.path,
    printed,
    async again(more = {}) {
      await running.stop()
      return open(folder, { ...environment, ...more })
    },
    async close() {
      await running.stop()
      folder.remove()
    },
  }
}

/** A person at the web chat, over plain HTTP. */
export interface Person {
  readonly chat: Opened
  /** Says one thing and waits for what is said back. @returns the new messages of the bot. */
  say(text: string, clientActivityID?: string): Promise<readonly Heard[]>
  /** Everything said so far, by both. */
  all(): Promise<readonly Heard[]>
  post(text: string, clientActivityID?: string): Promise<Response>
}

export interface Heard {
  readonly from: 'person' | 'bot'
  readonly text: string
  readonly receipt?: string
  readonly choices: readonly string[]
  readonly cites: readonly string[]
  /** It says that a language model has worded part of it, as Teams does, too. */
  readonly ai?: true
}

export async function person(url: string, opened?: Opened): Promise<Person> {
  const talk = line(url)
  const chat = opened ?? (await talk.open())
  const read = async (watermark: number) => {
    const heard: Heard[] = []
    for (let from = watermark; ; ) {
      const batch = await talk.read(chat, String(from))
      heard.push(...batch.activities.map(asHeard))
      if (batch.activities.length === 0) return heard
      from = Number(batch.watermark)
    }
  }
  return {
    chat,
    all: () => read(0),
    post: (text, id) => talk.say(chat, text, id),
    async say(text, id) {
      const answer = await talk.say(chat, text, id)
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
      const own = ((await answer.json()) as { id: string }).id
      const after = await read(Number(own.split('|')[1]))
      return after.filter((each) => each.from === 'bot')
    },
  }
}

type Read = Awaited<ReturnType<ReturnType<typeof line>['read']>>['activities'][number]

function asHeard({ from, text, channelData, suggestedActions, entities }: Read): Heard {
  return {
    from: from.role === 'bot' ? 'bot' : 'person',
    text,
    ...(channelData.receipt === undefined ? {} : { receipt: channelData.receipt }),
    choices: (suggestedActions?.actions ?? []).map((each) => each.value),
    cites: (channelData.cites ?? []).map((each) => each.id),
    ...(channelData.ai && entities?.[0].additionalType?.includes('AIGeneratedContent') ? { ai: true } : {}),
  }
}

/** An anonymous report, from the first word to the last before it is handed in. */
export const report = [
  '我要匿名举报柳树镇柳树村村支书周明',
  '去年8月他让人把修村道的两车水泥拉到自己家盖房，我亲眼看见的',
  '柳树村东头他家新房',
  '没有',
] as const

/** Fills a report up to the card that asks for 属实. */
export async function fillsReport(who: Person): Promise<void> {
  for (const words of report) await who.say(words)
  const last = (await who.all()).at(-1)
  if (!last?.text.includes('回复“属实”')) throw new Error(`the report is not at its end: ${last?.text}`)
}

/** Fills one and hands it in. @returns the receipt as it was shown. */
export async function handsIn(who: Person, clientActivityID?: string): Promise<string> {
  await fillsReport(who)
  const receipt = (await who.say('属实', clientActivityID)).find((each) => each.receipt)?.receipt
  if (receipt === undefined) throw new Error('no receipt was shown')
  return receipt
}

/** An officer at the JSON API. */
export interface AtDesk {
  get<Body>(path: string): Promise<Body>
  post<Body>(
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; body: Body }>
}

let officers = 0

/** Adds an officer past the set-up link, which has its own tests, and signs them in. */
export async function officer(house: Pick<WholeHouse, 'url' | 'running'>): Promise<AtDesk> {
  const account = `officer${++officers}`
  const added = await addOfficer(
    house.running.house.store,
    { account, name: '王敏', role: '受理', password },
    'system',
    house.running.house.clock(),
  )
  if (added === 'taken') throw new Error('account names of tests are unique')
  return signsIn(house.url, account, house.running.house.clock())
}

export async function signsIn(url: string, account: string, at?: string): Promise<AtDesk> {
  return atDesk(url, await tokenOf(url, account, at))
}

const phones = new Map<string, Phone>()

/**
 * Opens a session, the first time by way of the page that binds the officer's phone.
 *
 * @param at time of the house where its clock is fixed.
 * @returns its token, which outlives a restart of the house.
 */
export async function tokenOf(url: string, account: string, at?: string): Promise<string> {
  const own = phones.get(account) ?? (await bindPhone(url, account, password, at))
  phones.set(account, own)
  const session = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password, code: own.code(at) }),
  })
  if (session.status !== 201) throw new Error(`not signed in: ${session.status}`)
  return ((await session.json()) as { token: string }).token
}

export function atDesk(url: string, token: string): AtDesk {
  const send = (method: string, path: string, body: unknown, headers: Readonly<Record<string, string>>) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  return {
    async get<Body>(path: string) {
      const answer = await send('GET', path, undefined, {})
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
      return (await answer.json()) as Body
    },
    async post<Body>(path: string, body?: unknown, headers = {}) {
      const answer = await send('POST', path, body, headers)
      return { status: answer.status, body: (await answer.json()) as Body }
    },
  }
}
