import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Asking } from '../../src/answer/ask-model.ts'
import { readPrompts } from '../../src/answer/prompts.ts'
import { proposable, proposeCommand, type Unread } from '../../src/answer/propose.ts'

const { propose: prompt } = readPrompts(fileURLToPath(new URL('../../prompts', import.meta.url)))
const field = { label: '澄清的方式', options: ['书面', '当面', '会议'] }

/** A model that answers this, and what it was shown. */
function model(answer: unknown) {
  const seen: string[] = []
  const asking: Asking = {
    async ask(request, form) {
      seen.push(JSON.stringify(request.values))
      const read = form.safeParse(answer)
      return read.success ? read.data : undefined
    },
    async *stream() {
      yield ''
    },
  }
  return { seen, propose: (unread: Unread) => proposeCommand(asking, prompt, unread, []) }
}

describe('a command proposed by a model', () => {
  test.each(Object.keys(proposable))('may be one of the closed list: %s', async (command) => {
    expect(await model({ command }).propose({ said: '那个先放一放吧', report: false })).toEqual({ type: command })
  })

  test.each(['miss', 'delete', 'confirm', 'submit', 'toString', '__proto__', 'start', 'cancel', ''])(
    'is nothing where it is %j',
    async (command) => {
      expect(await model({ command }).propose({ said: '那个先放一放吧', report: false })).toBeUndefined()
    },
  )

  test('fills only with an option of the open question, to the letter', async () => {
    const said = '用信件的方式就行'
    expect(await model({ command: 'fill', value: '书面' }).propose({ said, report: false, field })).toEqual({
      type: 'fill',
      label: '书面',
    })
    for (const value of ['书面 ', '写信', '', undefined])
      expect(await model({ command: 'fill', value }).propose({ said, report: false, field })).toBeUndefined()
    expect(await model({ command: 'fill', value: '书面' }).propose({ said, report: false })).toBeUndefined()
  })

  test.each([
    ['in a report', { said: '那个先放一放吧', report: true }],
    ['where somebody is accused', { said: '李主任挪用公款', report: false }],
  ])('is not asked for %s', async (_, unread) => {
    const { seen, propose } = model({ command: 'skip' })
    expect(await propose(unread)).toBeUndefined()
    expect(seen).toEqual([])
  })

  test('is nothing where the answer has another form', async () => {
    expect(await model({ commands: ['skip'] }).propose({ said: '那个先放一放吧', report: false })).toBeUndefined()
  })
})
