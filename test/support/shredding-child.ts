import { text } from 'node:stream/consumers'
import { openShredder } from '../../src/runtime/index.ts'
import { openStore, type StoreOptions } from '../../src/store/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { armed } from './armed.ts'
import { seals } from './seals.ts'
import type { Order } from './submitter-order.ts'

/** What the child of test/vault/shred.test.ts is told: works a list off and, at a chosen statement, is no more. */
export interface ShreddingOrder {
  readonly options: StoreOptions
  readonly keyFile: string
  readonly record: string
  readonly list: string
  readonly at: string
  readonly killAt: NonNullable<Order['killAt']>
}

const { options, keyFile, record, list, at, killAt }: ShreddingOrder = JSON.parse(await text(process.stdin))
const store = await openStore({ ...options, seals })
const vault = await openVault(keyFile)
await armed(killAt, options.databaseUrl !== undefined)
await openShredder({ retention: store.retention, record: vault.shredded(record), now: () => at }).run(list)
process.stdout.write('done')
