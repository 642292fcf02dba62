import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import express, { type Router } from 'express'
import type { Channel, Clock, Thread } from '../../runtime/index.ts'
import { checkWeb } from './check.ts'
import { type Backing, conversations } from './conversations.ts'
import { directLine } from './directline.ts'
import { type Limits, limits } from './limits.ts'
import { page } from './page.ts'
import { streams } from './stream.ts'
import { textPages } from './text-page.ts'
import type { PublicText } from './text-view.ts'
import { tokens } from './tokens.ts'

export interface WebOptions extends Backing {
  /** Key of the tokens, at least 32 bytes. The same on every replica and after a restart, or chats break off. */
  secret: Buffer
  now: Clock
  /** Told of every error that is ours; the client hears only that there was one. Must not throw. */
  onFault?(error: unknown): void
  /** Requests one source may make in a minute. */
  perMinute?: Partial<Limits>
  /** A published edition of an original, for its public page; absent: there is none. */
  text?(id: string, edition: number): PublicText | undefined
}

export interface WebChannel {
  readonly channel: Channel
  /** The page at `/` and Direct Line under `/v3/directline`; to be mounted at the root. */
  readonly router: Router
  /** Takes a websocket upgrade. @returns false if the address is not ours; then nothing was touched. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Ends all streams; clients come back on their own when the server does. */
  close(): void
}

/** The web chat: our own page over a Direct Line 3.0 server. Nobody signs in; a signed token binds a client to its one conversation. */
export function webChannel(options: WebOptions): WebChannel {
  if (options.secret.length < 32) throw new RangeError('the web channel needs a secret of at least 32 bytes')
  const passes = tokens(options.secret, options.now)
  const chats = conversations(options, name)
  const onFault = options.onFault ?? (() => undefined)
  const live = streams({ chats, passes, onFault })
  const router = express.Router()
  const limited = limits(options.perMinute)
  router.use(page())
  router.use(
    '/texts',
    limited.reads,
    textPages((id, edition) => options.text?.(id, edition)),
  )
  router.use('/v3/directline', directLine({ chats, passes, limits: limited, onFault, origin: options.origin }))
  const channel: Channel = {
    name,
    delivery: 'log',
    committed: (thread: Thread) => {
      if (thread.channel === name) live.nudge(thread.person)
    },
    check: () => checkWeb(options.origin),
  }
  return { channel, router, upgrade: live.upgrade, close: live.close }
}

const name = 'web'
