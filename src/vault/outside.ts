import { createSocket } from 'node:dgram'
import { open, readFile } from 'node:fs/promises'
import { hostname as machine } from 'node:os'
import { Fault } from '../base/index.ts'
import type { Audit } from '../runtime/index.ts'
import type { HeadSigner } from './heads.ts'

/** Where heads go: a file on another disk or mount, or a system log on another machine (`syslog://10.0.0.9:514`, UDP, RFC 5424). */
interface Outside {
  keep(line: string): Promise<void>
}

function outside(where: string): Outside {
  if (!where.startsWith('syslog://')) return { keep: (line) => appendTo(where, line) }
  const { hostname, port } = new URL(where)
  return {
    keep: (line) => datagram(hostname, Number(port || 514), `<109>1 - ${machine()} qingwen - audit-head - ${line}`),
  }
}

/** What was kept in a file so far; empty where there is none yet. */
export async function keptIn(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return ''
    throw new Fault([`台账签名文件 ${file} 读不出来，请检查路径和权限。`], { cause: error })
  }
}

async function appendTo(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o640)
  try {
    await handle.appendFile(`${line}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function datagram(host: string, port: number, text: string): Promise<void> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  return new Promise((done, failed) => {
    socket.once('error', failed)
    socket.send(text, port, host, (error) => {
      socket.close()
      if (error) failed(error)
      else done()
    })
  })
}

/** SECURITY L-1: at most so many events, or so long, may be cut off without being missed. */
const everyEvents = 100
const everyMs = 5 * 60_000
/** Asking for the last number costs one row by its key. */
const lookEveryMs = 10_000

/** Signs the head of the chain and takes it outside. */
export interface HeadKeeper {
  /** @param ms since anything, rising: when a head is due by time. */
  look(ms: number): Promise<void>
  /** Stops looking, and keeps what came since. */
  stop(): Promise<void>
}

export function keepHeads(parts: {
  readonly audit: Pick<Audit, 'head'>
  readonly signer: HeadSigner
  /** File or `syslog://…`; absent where the office keeps none: then nothing is done. */
  readonly to: string | undefined
  readonly onFault: (error: unknown) => void
}): HeadKeeper {
  const { audit, signer, to, onFault } = parts
  if (to === undefined) return { look: async () => undefined, stop: async () => undefined }
  const place = outside(to)
  let kept = { seq: 0, ms: Number.NEGATIVE_INFINITY }
  let running: Promise<void> = Promise.resolve()

  /** One after the other; a mount that is gone is told of, and tried again at the next look. */
  const next = (ms: number, always: boolean) => {
    running = running
      .then(async () => {
        const head = await audit.head()
        if (!head || head.seq === kept.seq) return
        if (!always && head.seq - kept.seq < everyEvents && ms - kept.ms < everyMs) return
        await place.keep(JSON.stringify(signer.sign(head)))
        kept = { seq: head.seq, ms }
      })
      .catch(onFault)
    return running
  }
  const timer = setInterval(() => void next(performance.now(), false), lookEveryMs)
  timer.unref()
  void next(performance.now(), false)
  return {
    look: (ms) => next(ms, false),
    async stop() {
      clearInterval(timer)
      await next(performance.now(), true)
    },
  }
}
