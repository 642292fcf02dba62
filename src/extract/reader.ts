import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Fault, type Refusal, Refused } from '../base/index.ts'
import type { Charset, Extracted, TextFile } from './types.ts'

/** What the process is asked, once. */
export interface Task {
  readonly name: string
  readonly bytes: Uint8Array
  readonly charset?: Charset
}

/** What it says: that it is there, then one of the others. */
export type Reply =
  | { readonly type: 'ready' }
  | { readonly type: 'text'; readonly found: Extracted }
  | { readonly type: 'refused'; readonly code: Refusal }
  | { readonly type: 'failed'; readonly name: string }

/** What one file may cost. */
export interface Limits {
  /** Until the process is there, milliseconds; a busy machine is slow to start one. */
  readonly start: number
  /** Until the file is read, milliseconds. */
  readonly time: number
  /** MB of objects, which V8 itself holds it to. */
  readonly heap: number
  /** MB altogether, buffers too, which no setting of Node holds; looked at from here where /proc is. */
  readonly memory: number
}

/** An honest file of 20 MB takes some 3 s and 300 MB here. */
export const limits: Limits = { start: 60_000, time: 30_000, heap: 512, memory: 900 }

const isSource = import.meta.url.endsWith('.ts')
const program = fileURLToPath(new URL(isSource ? './child.ts' : './child.js', import.meta.url))

/**
 * Reads one file in a process of its own, which is ended when it takes too long or too much.
 *
 * @throws Refused the child's refusal, or textHostile at a limit
 * @throws Fault where the process cannot be started
 */
export function readApart(file: TextFile, charset: Charset | undefined, within: Limits = limits): Promise<Extracted> {
  const child = fork(program, [], {
    // Nothing of our environment: keys and passwords are no business of whatever a file may become.
    env: {},
    execArgv: [`--max-old-space-size=${within.heap}`, ...(isSource ? ['--import', loader()] : [])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise<Extracted>((resolve, reject) => {
    let isReady = false
    let timer = setTimeout(() => reject(new Fault(['src/extract: the reading process did not start'])), within.start)
    const stopWatching = watchMemory(child, within.memory, () => reject(new Refused('textHostile')))
    child.once('error', (error) => reject(new Fault([`src/extract: ${error.message}`], { cause: error })))
    child.once('exit', () => {
      // Gone without a word: out of memory, or ended from outside.
      reject(isReady ? new Refused('textHostile') : new Fault(['src/extract: the reading process ended at its start']))
      clearTimeout(timer)
      stopWatching()
    })
    // The other end is our own program; `advanced` keeps bytes and strings what they are.
    child.on('message', (reply: Reply) => {
      switch (reply.type) {
        case 'ready':
          isReady = true
          clearTimeout(timer)
          timer = setTimeout(() => reject(new Refused('textHostile')), within.time)
          child.send({ name: file.name, bytes: file.bytes, ...(charset ? { charset } : {}) } satisfies Task)
          return
        case 'text':
          return resolve(reply.found)
        case 'refused':
          return reject(new Refused(reply.code))
        case 'failed':
          // A reader that stumbles without saying why: to the person it is a file that does not open.
          return reject(new Refused('textBroken', { cause: new Error(reply.name) }))
      }
    })
  }).finally(() => child.kill('SIGKILL'))
}

/** The loader of TypeScript, by its full address, because the child's folder is not ours to know. */
function loader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
}

/** Looks five times a second: inflating goes at some 200 MB/s, so the bound is passed by less than 100 MB. */
function watchMemory(child: ChildProcess, most: number, tooMuch: () => void): () => void {
  const pages = 256 // a page is 4 KB: 256 of them to the MB
  const look = setInterval(() => {
    readFile(`/proc/${child.pid}/statm`, 'latin1').then(
      (statm) => {
        if (Number(statm.split(' ')[1]) / pages > most) tooMuch()
      },
      // No /proc on this system, or the process has just ended: the bounds of heap and time stand.
      () => clearInterval(look),
    )
  }, 200)
  look.unref()
  return () => clearInterval(look)
}
