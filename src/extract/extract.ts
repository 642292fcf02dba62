import { Refused } from '../base/index.ts'
import { kindOf } from './kind.ts'
import { readApart } from './reader.ts'
import { type Charset, type Extracted, type TextFile, textBounds } from './types.ts'

/** Files read at once, and how many may wait: each takes a core and up to 900 MB. */
const most = { running: 2, waiting: 16 } as const
const waiting: (() => void)[] = []
let running = 0

/**
 * Reads the text out of a file, in a process of its own with bounds of memory and time, so that no file can end or stall
 * the server.
 *
 * @param said the encoding, where an officer was asked for it.
 * @throws Refused textType, fileMismatch, textEmpty, textTooLarge, textScanned, textLocked, textBroken, textHostile,
 *   textCharset, textCharsetUnclear (then ask, and pass the answer as `said`), or tooMany where many files wait.
 */
export async function extract(file: TextFile, said: { readonly charset?: Charset } = {}): Promise<Extracted> {
  if (file.bytes.byteLength > textBounds.bytes) throw new Refused('textTooLarge')
  // What is plain to see needs no process.
  kindOf(file)
  await turn()
  try {
    return await readApart(file, said.charset)
  } finally {
    running--
    waiting.shift()?.()
  }
}

function turn(): Promise<void> {
  if (running < most.running) {
    running++
    return Promise.resolve()
  }
  if (waiting.length >= most.waiting) return Promise.reject(new Refused('tooMany', { retryAfter: 30 }))
  return new Promise((resolve) => {
    waiting.push(() => {
      running++
      resolve()
    })
  })
}
