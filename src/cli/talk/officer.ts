import { createHash, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { withoutPeople } from '../../answer/index.ts'
import { closingTexts, flows, identity, kinds, papers, pressOf, replies, retention } from '../../assembly.ts'
import { firstRun, openConsole } from '../../console/index.ts'
import { type Officer, take } from '../../runtime/index.ts'
import type { Scratch } from '../scratch.ts'

/** A console beside the scratch house, and an officer who has signed in there, bound their chat and opened their desk for it. */
export interface TalkOfficer {
  readonly officer: Officer
  close(): Promise<void>
}

/** Address the replies name, whatever port it really is. */
const origin = 'http://localhost:3978'

/** @param thread where the officer speaks. */
export async function talkOfficer(
  scratch: Scratch,
  thread: { readonly channel: string; readonly person: string },
): Promise<TalkOfficer> {
  const { house, content } = scratch
  const { store, clock } = house
  const { secrets, keyring, shredder } = scratch.vault
  const desk = openConsole({
    ...{ store, secrets, keyring, shredder, kinds, papers, replies, retention, identity, flows },
    sealer: house.sealer,
    press: pressOf(content.library, store, clock),
    clauses: content.bot.clauses,
    calendar: house.calendar,
    places: content.library.places,
    texts: () => closingTexts(content.library),
    answerer: house.answerer,
    now: clock,
    channels: [],
    plugs: house.channels,
    traffic: house.traffic,
    secureCookies: false,
    setup: firstRun(store),
    chat: { content: true, origin: () => origin, withoutPeople },
    onTold: () => undefined,
    onFault: house.onFault,
  })
  const server = createServer(express().use(desk.router))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    const { officer, post } = await signedIn(scratch, server)
    scratch.office.chat = desk.chat
    const code = /绑定 (\d{4}) (\d{4})/.exec(await post('/console/chat/code'))
    await take(house, { ...thread, id: 'binding', event: { type: 'said', text: `绑定 ${code?.[1]}${code?.[2]}` } })
    await post('/console/chat/open')
    return { officer, close: () => ended(server) }
  } catch (error) {
    await ended(server)
    throw error
  }
}

/** Signed in without the third of a second that a password costs. */
async function signedIn(scratch: Scratch, server: Server) {
  const { house, vault, unlocked } = scratch
  const { officers } = house.store
  const at = house.clock()
  const account = { account: 'talk', name: '值班', role: '受理、承办', password: '' }
  const officer = await officers.add(account, at)
  if (officer === 'taken') throw new Error('a scratch database has no other officers')
  const [token, csrf, passwordKey] = [randomBytes(32), randomBytes(32), randomBytes(32)].map((each) =>
    each.toString('base64url'),
  )
  if (!token || !csrf || !passwordKey) throw new Error('three were made')
  const idHash = createHash('sha256').update(token).digest('base64url')
  // Conversations may go on for weeks of their own time.
  const until = '9999-01-01T00:00:00.000Z'
  await officers.openSession({ idHash, officer: officer.id, csrf, idleUntil: until, until })
  const key = Buffer.from(passwordKey, 'base64url')
  await vault.keyring.enrol(officer.id, key)
  const own = await vault.keyring.unlock(officer.id, key)
  if (!own || !(await vault.keyring.admit(unlocked, 'local', officer.id))) throw new Error('a key made just now opens')
  await own.keep(idHash, token)
  const { port } = server.address() as AddressInfo // It listens on TCP.
  async function post(path: string): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      body: new URLSearchParams({ csrf: csrf ?? '' }),
      headers: { cookie: `qingwen-console=${token}` },
      redirect: 'manual',
    })
    if (response.status >= 400) throw new Error(`${path} answered ${response.status}`)
    return response.text()
  }
  return { officer, post }
}

async function ended(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
}
