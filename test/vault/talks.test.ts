import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { talks } from '../../src/vault/index.ts'

/** Made once by this program; rows like these lie in databases. */
const { names, cells } = JSON.parse(readFileSync(new URL('./talks.json', import.meta.url), 'utf8')) as {
  names: { row: string; bare: string; tag: string; mailbox: string }
  cells: { secret: string; life: string; house: string; post: string }
}
const seals = talks(Buffer.alloc(32, 7))
const web = { channel: 'web', person: 'p', secret: Buffer.alloc(32, 1).toString('base64url') }
const wecom = { channel: 'wecom', person: 'userid' }
const at = { table: 'log', row: 'r', field: 'f' }
const bytes = (cell: keyof typeof cells) => Buffer.from(cells[cell], 'base64')

describe('what lies in databases', () => {
  test('is found under its names for ever', () => {
    expect(seals.row(web)).toBe(names.row)
    expect(seals.row(wecom)).toBe(names.bare)
    expect(seals.tag('web\0m1')).toBe(names.tag)
    expect(seals.mailbox(web.secret)).toBe(names.mailbox)
  })

  test('opens for ever, and each by its own key only', () => {
    const keys = {
      secret: (sealed: Buffer) => seals.talk(web, '').open(sealed, at),
      life: (sealed: Buffer) => seals.talk(wecom, 'life').open(sealed, at),
      house: (sealed: Buffer) => seals.house('r').open(sealed, at),
      post: (sealed: Buffer) => seals.collect(web.secret, sealed, at),
    }
    for (const [name, open] of Object.entries(keys))
      for (const cell of ['secret', 'life', 'house', 'post'] as const)
        if (name === cell) expect(open(bytes(cell))).toBe('好')
        else expect(() => open(bytes(cell)), `${name} ${cell}`).toThrow('a sealed row of log does not open')
  })

  test('opens nowhere else, and not under another server key where that is what opens it', () => {
    for (const other of [
      { ...at, table: 'outbox' },
      { ...at, row: 's' },
      { ...at, field: 'g' },
    ])
      expect(() => seals.talk(web, '').open(bytes('secret'), other)).toThrow('does not open')
    const another = talks(Buffer.alloc(32, 8))
    expect(() => another.talk(wecom, 'life').open(bytes('life'), at)).toThrow('does not open')
    expect(() => another.house('r').open(bytes('house'), at)).toThrow('does not open')
    expect(another.row(web)).not.toBe(names.row)
  })
})
