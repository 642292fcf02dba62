import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scratchFolder } from '../support/scratch.ts'
import { houseWith } from './copy.ts'
import { holds, type Rooms, rooms } from './rooms.ts'

const imports = (from: string) => `import * as planted from '${from}'\nexport const use = planted\n`

/** Each file breaks one rule of the house, and no other. */
const violations: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['base-looks-out-of-bounds', 'src/base/planted.ts', imports('../flow/index.ts')],
  ['knowledge-looks-out-of-bounds', 'src/knowledge/planted.ts', imports('../search/index.ts')],
  ['flow-looks-out-of-bounds', 'src/flow/planted.ts', imports('../dialogue/index.ts')],
  ['dialogue-looks-out-of-bounds', 'src/dialogue/planted.ts', imports('../runtime/index.ts')],
  ['intake-looks-out-of-bounds', 'src/intake/planted.ts', imports('../dialogue/index.ts')],
  ['runtime-looks-out-of-bounds', 'src/runtime/planted.ts', imports('../store/index.ts')],
  ['search-looks-out-of-bounds', 'src/search/planted.ts', imports('../runtime/index.ts')],
  ['answer-looks-out-of-bounds', 'src/answer/planted.ts', imports('../store/index.ts')],
  ['channels-looks-out-of-bounds', 'src/channels/planted.ts', imports('../store/index.ts')],
  ['store-looks-out-of-bounds', 'src/store/planted.ts', imports('../channels/index.ts')],
  ['console-looks-out-of-bounds', 'src/console/planted.ts', imports('../store/index.ts')],
  ['vault-looks-out-of-bounds', 'src/vault/planted.ts', imports('../store/index.ts')],
  // A type is a dependency too: whoever knows a shape of another room has to change with it.
  [
    'flow-looks-out-of-bounds',
    'src/flow/planted-type.ts',
    "import type { Bot } from '../dialogue/index.ts'\nexport type Mine = Bot\n",
  ],
  ['runtime-looks-out-of-bounds', 'src/runtime/planted-back.ts', imports('../main.ts')],
  ['store-looks-out-of-bounds', 'src/store/planted-config.ts', imports('../config.ts')],
  ['config-looks-out-of-bounds', 'src/config.ts', imports('./store/index.ts')],
  ['front-door-looks-out-of-bounds', 'src/front-door.ts', imports('./store/index.ts')],
  ['dialogue-by-its-front-door', 'src/runtime/planted-door.ts', imports('../dialogue/step.ts')],
  ['store-by-its-front-door', 'src/cli/planted-door.ts', imports('../store/sqlite.ts')],
  ['bot-speaks-only-flow-and-intake', 'bot/rules/planted.ts', imports('../../src/dialogue/index.ts')],
  ['flow-by-its-front-door', 'bot/flows/planted.ts', imports('../../src/flow/flow.ts')],
  ['cli-leaves-bot-to-assembly', 'src/search/planted-bot.ts', imports('../../bot/index.ts')],
  ['pure-rooms-touch-nothing', 'src/flow/planted-node.ts', imports('node:fs')],
  ['pure-rooms-touch-nothing', 'src/base/planted-npm.ts', imports('express')],
  ['pure-rooms-touch-nothing', 'src/intake/planted-crypto.ts', imports('crypto')],
  ['pure-rooms-touch-nothing', 'bot/cases/planted-node.ts', imports('node:os')],
  ['one-file-knows-botbuilder', 'src/channels/planted-kit.ts', imports('botbuilder')],
  ['one-file-knows-hnswlibnode', 'src/search/planted-kit.ts', imports('hnswlib-node')],
  ['one-file-knows-bettersqlite3', 'src/store/planted-kit.ts', imports('better-sqlite3')],
  ['one-file-knows-pg', 'src/store/planted-pg.ts', imports('pg')],
  ['one-file-knows-langchain', 'src/answer/planted-kit.ts', imports('@langchain/core/messages')],
  ['no-form-reaches-a-model', 'src/runtime/planted-model.ts', imports('../answer/model.ts')],
  ['no-form-reaches-a-model', 'src/dialogue/planted-answer.ts', imports('../answer/index.ts')],
  ['no-form-reaches-a-model', 'src/channels/planted-model.ts', imports('../answer/open-model.ts')],
  ['a-model-is-loaded-late', 'src/answer/planted-early.ts', imports('@langchain/openai')],
  ['one-way-to-the-model', 'src/answer/planted-model.ts', imports('./model.ts')],
  ['sql-stays-in-the-store', 'src/console/planted-sql.ts', imports('kysely')],
  ['nothing-of-development-in-production', 'src/vault/planted-dev.ts', imports('fast-check')],
  ['nothing-unresolved', 'src/answer/planted-gone.ts', imports('no-such-package')],
  ['tests-are-for-tests', 'src/vault/planted-test.ts', imports('../../test/planted.ts')],
  ['tests-enter-by-front-doors', 'test/planted-door.ts', imports('../src/store/sqlite.ts')],
  ['pages-import-only-pages', 'src/console/public/planted.js', imports('../index.ts')],
  ['every-file-has-a-room', 'src/helpers/index.ts', imports('../base/index.ts')],
  ['no-orphans', 'src/vault/planted-orphan.ts', 'export const nobody = 1\n'],
  ['no-cycles', 'src/intake/planted-a.ts', imports('./planted-b.ts')],
]
const around = {
  'src/intake/planted-b.ts': imports('./planted-a.ts'),
  'test/planted.ts': 'export const planted = 1\n',
}

describe('the rooms of the house', () => {
  let folder: ReturnType<typeof houseWith>
  let found: Rooms
  beforeAll(async () => {
    // One reading of the whole house, with the violations in it: each reading takes seconds.
    folder = houseWith({ ...around, ...Object.fromEntries(violations.map(([, file, text]) => [file, text])) })
    found = await rooms(folder.path)
  }, 120_000)
  afterAll(() => folder.remove())

  test('keep to their bounds, and every file was read', () => {
    const planted = violations.map(([, file]) => file)
    expect(found.violations.filter(({ from }) => !planted.includes(from))).toEqual([])
    expect(found.unread).toEqual([])
    expect(found.modules).toBeGreaterThan(100)
  })

  test.each(violations)('%s is caught in %s', (rule, file) => {
    expect(found.violations.filter(({ from }) => from === file).map((each) => each.rule)).toContain(rule)
  })

  test('a house of which nothing was read is never called clean', async () => {
    const empty = scratchFolder()
    expect(await rooms(empty.path)).toEqual({ modules: 0, unread: [], violations: [] })
    expect(holds({ modules: 0, unread: [], violations: [] })).toBe(false)
    expect(holds({ modules: 200, unread: ['src/main.ts'], violations: [] })).toBe(false)
    expect(holds({ modules: 200, unread: [], violations: [] })).toBe(true)
    empty.remove()
  })
})
