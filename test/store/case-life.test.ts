import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'
import { runSql } from '../support/sqlite.ts'

const golden = readFileSync(new URL('./golden-0007.sql', import.meta.url), 'utf8')

test.each([
  ['one', "due = '2026-12-11', due_cite = 'nat.rule.realname.ack15', created = '2026-11-21T09:00:00+08:00'"],
  ['none', "due = 'none', due_cite = null"],
])('a case from before clocks were several keeps the one it had: %s', async (had, set) => {
  const folder = scratchFolder()
  try {
    await runSql(folder.path, `${golden}; update cases set ${set} where number = 'R-1001'`)
    const after = await openStore({ dataDir: folder.path, seals })
    expect((await after.cases.byNumber('R-1001'))?.clocks).toEqual(
      had === 'none'
        ? []
        : [
            {
              id: 'acceptance',
              cite: 'nat.rule.realname.ack15',
              length: { workingDays: 15 },
              began: '2026-11-21',
              pauses: [],
            },
          ],
    )
    await after.close()
  } finally {
    folder.remove()
  }
})
