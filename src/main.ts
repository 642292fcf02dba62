import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Watch, watchTexts, withoutPeople } from './answer/index.ts'
import {
  clockFrom,
  closingTexts,
  flows,
  identity,
  kinds,
  liveContent,
  openContent,
  openHouse,
  papers,
  pressOf,
  replies,
  retention,
} from './assembly.ts'
import { Fault } from './base/index.ts'
import { type WebChannel, webChannel } from './channels/index.ts'
import { type Config, readConfig } from './config.ts'
import { type Console, chatElsewhere, firstRun, openConsole, singleSignOn } from './console/index.ts'
import { frontDoor } from './front-door.ts'
import { listen } from './http/index.ts'
import { publishedText } from './knowledge/index.ts'
import { log } from './log.ts'
import { openPlugs, type Plugs } from './plugs.ts'
import {
  type Channel,
  draftCodeOf,
  type House,
  openClerk,
  openShredder,
  type Store,
  sealOld,
  startWorker,
  take,
  takeWaiting,
} from './runtime/index.ts'
import { type Line, openLine } from './sockets.ts'
import { openStore } from './store/index.ts'
import { keepHeads, openVault } from './vault/index.ts'

export interface Running {
  readonly port: number
  /** The house inside, for tests that ask it directly. */
  readonly house: House
  /** Takes what was published just now into use, without waiting for the next look. */
  refresh(): Promise<void>
  /** Stops taking requests, finishes what is in hand, closes the database. */
  stop(): Promise<void>
}

/** Puts the whole house together and listens. @throws Fault that says why it cannot. */
export async function start(
  config: Config,
  print: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): Promise<Running> {
  const onFault = (fault: unknown) =>
    void log.error({ err: fault instanceof Error ? fault : new Error('unknown') }, 'fault')
  const clock = clockFrom(config.now)
  const today = () => clock().slice(0, 10)
  const digest = openContent(onFault, config.model ? { access: config.model } : {})
  const content = liveContent(digest, today, onFault)
  // Before the database: nothing is written there but under its key.
  const keyFile = join(config.dataDir, 'server.key')
  const vault = await openVault(keyFile)
  const { receipts, draftCodes, seals, secrets, heads } = vault
  const opened = await openStore({
    dataDir: config.dataDir,
    seals,
    ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
  })
  const watch = watchTexts({ texts: opened.texts, today, use: content.restock, onFault })
  const store = noticed(opened, watch)
  let officers: Console | undefined
  try {
    await watch.look()
    const sealer = vault.sealer(store)
    const channels = new Map<string, Channel>()
    let origin = config.origin ?? ''
    const elsewhere = config.role === 'intake' ? chatElsewhere({ store, kinds, origin: () => origin }) : undefined
    const house = openHouse({
      content,
      store,
      ...{ receipts, draftCodes, sealer, seals },
      ...{ clock, channels },
      officerDesk: () => officers?.chat ?? elsewhere,
      onFault,
      ...(config.region ? { area: config.region } : {}),
    })
    await sealOld(house)
    const shredder = openShredder({
      retention: store.retention,
      record: vault.shredded(join(config.dataDir, 'shredded.list')),
      now: clock,
    })
    // Before anybody is served: what a restored backup brought back is gone again.
    if (config.role !== 'intake') await shredder.catchUp()
    const web = webChannel({
      take: async (arrival) => void (await take(house, arrival)),
      collect: (thread) => takeWaiting(house, thread),
      attend: house.present.attend,
      log: store.conversations.log,
      showReceipt: async (id) => {
        const nonce = await store.cases.receiptNonce(id)
        return nonce === undefined ? undefined : receipts.show(nonce)
      },
      showDraftCode: (id) => draftCodeOf(house, id),
      text: (id, edition) => publishedText(content.originals, id, edition, today()),
      secret: createHmac('sha256', readFileSync(keyFile)).update('web tokens').digest(),
      now: clock,
      onFault,
      ...(config.origin ? { origin: config.origin } : {}),
    })
    channels.set('web', web.channel)
    const worker = startWorker(house)
    const keeper = keepHeads({ audit: store.audit, signer: heads, to: config.auditHead, onFault })
    const warn = (what: string) => log.warn({ channel: 'wecom-bot', what }, 'connection')
    const plugs = openPlugs(config, house, { nudge: worker.nudge, warn })
    for (const channel of plugs.channels) channels.set(channel.name, channel)
    const setup = firstRun(store)
    officers = openConsole({
      ...{ store, secrets, kinds, papers, replies, retention, identity, flows },
      ...{ keyring: vault.keyring(store), sealer, shredder },
      press: pressOf(content.digest, store, clock),
      get clauses() {
        return content.bot.clauses
      },
      calendar: content.library.calendar,
      places: content.digest.places,
      texts: () => closingTexts(content.library),
      get answerer() {
        return content.answerer
      },
      ...{ now: clock, clerk: openClerk(house) },
      ...{ channels: config.channels, plugs: channels, traffic: house.traffic },
      // What takes in for everybody has no officers' keys, not even for a moment.
      ...(config.role === 'intake'
        ? {}
        : { chat: { content: config.chatContent ?? true, origin: () => origin, withoutPeople } }),
      secureCookies: config.origin?.startsWith('https://') ?? false,
      setup,
      ...(config.single
        ? { single: singleSignOn({ ...config.single, origin: () => origin, secrets, now: clock, onFault }) }
        : {}),
      onTold: worker.nudge,
      onFault,
    })
    const app = frontDoor({
      role: config.role,
      proxies: config.proxies,
      web: web.router,
      channels: plugs.routers,
      console: officers.router,
      ready: () => store.ready(),
      onFault,
    })
    const line = openLine(app, config.role === 'console' ? undefined : web)
    const port = await listen(line.server, config.port)
    origin ||= `http://localhost:${port}`
    print(`清问已启动：对话 ${origin}/ ，工作台 ${origin}/console`)
    // Where the console is not served, a link to it would only be a secret lying in a log.
    const link = config.role === 'intake' ? undefined : await setup.link(origin)
    if (link) print(`还没有工作人员账号，请用这个一次性链接设置第一个账号：\n${link}`)
    plugs.catchUp()
    // What the first question would have to wait for (doors learned, characters' dictionary) is done while nobody waits.
    content.answerer.answer({ text: '您好', today: clock().slice(0, 10) }).catch(onFault)
    return {
      port,
      house,
      refresh: watch.look,
      stop: () => stop(line, web, worker, plugs, watch, store, content, keeper),
    }
  } catch (error) {
    await watch.stop()
    await store.close()
    throw error
  }
}

/** The store, with what is published or taken down through it looked at once. */
function noticed(store: Store, watch: Watch): Store {
  const { texts } = store
  const then = <T>(done: T): T => {
    void watch.look()
    return done
  }
  return {
    ...store,
    texts: {
      ...texts,
      publish: (deed) => texts.publish(deed).then(then),
      withdraw: (deed) => texts.withdraw(deed).then(then),
    },
  }
}

async function stop(
  { server, sockets }: Line,
  web: WebChannel,
  worker: { stop(): Promise<void> },
  plugs: Plugs,
  watch: Watch,
  store: House['store'],
  content: { stop(): void },
  keeper: { stop(): Promise<void> },
): Promise<void> {
  content.stop()
  const closed = new Promise((resolve) => server.close(resolve))
  web.close()
  server.closeIdleConnections()
  // Requests in hand get ten seconds; a client that never finishes must not hold the process.
  const late = setTimeout(() => {
    for (const socket of sockets) socket.destroy()
  }, 10_000)
  await closed
  clearTimeout(late)
  await worker.stop()
  await plugs.close()
  await watch.stop()
  await keeper.stop()
  await store.close()
}

/** Runs until SIGTERM or SIGINT. @returns 2 if it could not start; the reason is printed in full. */
export async function main(): Promise<number> {
  // Heard from the first moment: whoever ends it while it is starting gets a clean end, too. A second signal ends it at once.
  const asked = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  let running: Running
  try {
    running = await start(readConfig())
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    process.stderr.write(`没有启动：\n${error.faults.map((f) => `- ${f}`).join('\n')}\n`)
    return 2
  }
  process.on('unhandledRejection', (reason) =>
    log.error({ err: reason instanceof Error ? reason : new Error('unknown') }, 'unhandled'),
  )
  await asked
  await running.stop()
  return 0
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exit(await main())
