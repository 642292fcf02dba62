import { join } from 'node:path'
import { openStore } from '../../src/store/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'
import { at, handedIn, turn } from '../support/turns.ts'

/*
 * What sealing adds to handing a form in: node --import tsx test/vault/seal-bench.ts
 * A form of 4 KB with a name in it, one after the other, against the same turn with bytes that are ready.
 */
const forms = 200
const folder = scratchFolder()
const store = await openStore({ dataDir: folder.path, seals })
const vault = await openVault(join(folder.path, 'server.key'))
const sealer = vault.sealer(store)
const text = '某'.repeat(1100)
const answers = { what: { is: 'given', value: text, said: text, turn: 1 } } as const
const identity = { answers: { name: { is: 'given', value: '李秀英', said: '李秀英', turn: 2 } } } as const

async function run(name: string, sealing: boolean): Promise<number> {
  const thread = { channel: 'web', person: name }
  const start = performance.now()
  for (let n = 0; n < forms; n++) {
    const id = `${name}-${n}`
    const body = { form: { flow: 'report', edition: '1', answers, findings: [] }, thread, at, heard: [] }
    const sealed = sealing
      ? { sealed: sealer.form(await sealer.group('local', 'report'), id, body, identity) }
      : { sealed: { body: { locked: Buffer.from(JSON.stringify(body)), keys: [] }, head: Buffer.alloc(0) } }
    await store.conversations.commit(turn(thread, id, n, { newCase: handedIn(thread, id, sealed) }))
  }
  return (performance.now() - start) / forms
}

await run('warm', true)
const plain = await run('plain', false)
const sealed = await run('sealed', true)
const round = (n: number) => Math.round(n * 100) / 100
process.stdout.write(
  `${JSON.stringify({ forms, plain_ms: round(plain), sealed_ms: round(sealed), added_ms: round(sealed - plain), ratio: round(sealed / plain) })}\n`,
)
await store.close()
folder.remove()
