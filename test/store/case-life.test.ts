import { expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'
import { runSql } from '../support/sqlite.ts'
import { handedIn, turn } from '../support/turns.ts'

const wang = { channel: 'web', person: 'wang' }

test('a case from before clocks were several keeps the one it had', async () => {
  const folder = scratchFolder()
  try {
    const before = await openStore({ dataDir: folder.path, seals })
    const limit = { due: '2026-12-11', dueCite: 'nat.rule.realname.ack15' }
    await before.conversations.commit(turn(wang, 'm1', 0, { newCase: handedIn(wang, 'c1', limit) }))
    await before.conversations.commit(turn(wang, 'm2', 1, { newCase: handedIn(wang, 'c2') }))
    await before.close()
    const back = "delete from kysely_migration where name >= '0012'"
    await runSql(folder.path, `drop table case_clocks; drop table case_steps; drop table bindings; drop table binding_codes; ${back}`)
    const after = await openStore({ dataDir: folder.path, seals })
    expect((await after.cases.byId('c1'))?.clocks).toEqual([
      {
        id: 'acceptance',
        cite: 'nat.rule.realname.ack15',
        length: { workingDays: 15 },
        began: '2026-11-21',
        pauses: [],
      },
    ])
    expect((await after.cases.byId('c2'))?.clocks).toEqual([])
    await after.close()
  } finally {
    folder.remove()
  }
})
