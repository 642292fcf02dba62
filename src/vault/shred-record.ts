import { timingSafeEqual } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { Fault } from '../base/index.ts'
import type { ShredOrder, ShredRecord } from '../runtime/index.ts'
import { mac } from './mac.ts'

/**
 * One line of JSON for each case that was destroyed, in a file beside the database: whoever puts an older copy of the
 * database back has this file still, and the next start destroys again what had come back. Each line is signed under the
 * server key, so that nobody destroys a case by writing a line. No content, no names.
 */
export function shredRecord(file: string, serverKey: Buffer): ShredRecord {
  const signed = (line: string) => mac(serverKey, 'shredded', Buffer.from(line)).toString('base64url')

  return {
    async keep(order) {
      const line = canonical(order)
      try {
        // A line that a kill cut off must not swallow the next one.
        const handle = await open(file, 'a', 0o600)
        try {
          await handle.appendFile(`\n${JSON.stringify({ order: line, signature: signed(line) })}\n`)
          await handle.sync()
        } finally {
          await handle.close()
        }
      } catch (error) {
        throw new Fault([`销毁记录 ${file} 写不进去，这一件先不往下销毁。请检查路径、权限和磁盘空间。`], {
          cause: error,
        })
      }
    },

    async read() {
      const found = new Map<string, ShredOrder>()
      for (const text of (await kept(file)).split('\n')) {
        const line = text.trim() === '' ? undefined : lineIn(text)
        if (line && same(line.signature, signed(line.order))) {
          // Written by `keep`, which its signature says.
          const order = JSON.parse(line.order) as ShredOrder
          found.set(order.caseId, order)
        }
      }
      return [...found.values()]
    },
  }
}

/** In this order always. */
function canonical(order: ShredOrder): string {
  const { list, caseId, number, kind, closedOn, months, basis, unit, askedBy, agreedBy, agreedAt } = order
  return JSON.stringify({ list, caseId, number, kind, closedOn, months, basis, unit, askedBy, agreedBy, agreedAt })
}

function lineIn(text: string): { readonly order: string; readonly signature: string } | undefined {
  try {
    const given = JSON.parse(text) as { order?: unknown; signature?: unknown } | null // any JSON; looked at below
    return typeof given?.order === 'string' && typeof given.signature === 'string'
      ? { order: given.order, signature: given.signature }
      : undefined
  } catch {
    // A line a kill cut off: its case is still on its list, and gone on with from there.
    return undefined
  }
}

async function kept(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return ''
    throw new Fault([`销毁记录 ${file} 读不出来。恢复过旧备份的话，要靠它再销毁一遍，所以不启动。请检查路径和权限。`], {
      cause: error,
    })
  }
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
