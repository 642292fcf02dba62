import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { openStore } from '../../src/store/index.ts'
import { armed } from './armed.ts'
import { newText } from './new-text.ts'
import type { Order } from './submitter-order.ts'

/* Proposes and publishes editions of one text until it is killed; a line, `<edition> <revision>`, once one is acknowledged. */
const lines = createInterface({ input: process.stdin })
for await (const line of lines) {
  const order: Order = JSON.parse(line)
  if (order.killAt) await armed(order.killAt, order.databaseUrl !== undefined)
  const { texts } = await openStore(order)
  for (;;) {
    const { revision: seen, texts: known } = await texts.published()
    const edition = known.length
    const at = '2026-11-23T09:30:00+08:00'
    const row = await texts.propose(newText(edition + 1, `${process.pid}`), 'officer:1', at)
    if (row === 'twice') throw new Error('the same text twice')
    const done = await texts.publish({ id: row.id, revision: row.revision, by: 'officer:2', at, seen })
    if (typeof done !== 'object') throw new Error(done)
    writeSync(1, `${done.row.edition} ${done.revision}\n`)
  }
}
