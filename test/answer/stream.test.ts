import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { openModel } from '../../src/answer/ask-model.ts'
import { composeStream, groundsOf } from '../../src/answer/composing.ts'
import { openRarity } from '../../src/answer/grounded-align.ts'
import { evened } from '../../src/answer/grounded-text.ts'
import { openSpeaker } from '../../src/answer/model.ts'
import { readPrompts } from '../../src/answer/prompts.ts'
import { type Mode, type ModelServer, modelServer, modes } from '../support/model-server.ts'
import { library } from './asking.ts'

const { answer: prompt } = readPrompts(fileURLToPath(new URL('../../prompts', import.meta.url)))
const rarity = openRarity([...library.clauses.values()].map(({ entry }) => evened(entry.text)))
const places = library.places.flatMap(({ name, short }) => [name, short]).filter((name) => name.length > 1)
const clauses = ['nat.rule.21', 'nat.rule.realname.ack15', 'nat.rule.repeat', 'nat.psl.50.3'].flatMap(
  (id) => library.clauses.get(id) ?? [],
)

let stub: ModelServer | undefined
afterEach(() => stub?.close())

async function streamed(mode: Mode, time = 10_000) {
  stub = await modelServer(mode)
  const faults: unknown[] = []
  const speaker = openSpeaker({ baseUrl: stub.url, apiKey: 'k', model: 'stub' })
  const model = openModel(speaker, (fault) => void faults.push(fault), { time })
  const sentences: string[] = []
  const wording = { question: '多久办结', clauses, grounds: groundsOf(clauses) }
  for await (const { text } of composeStream(model.begin('t'), prompt, wording, { rarity, places }))
    sentences.push(text)
  return { sentences, faults, right: [...stub.right] }
}

describe('a streamed answer', () => {
  test('comes sentence by sentence, each whole', async () => {
    const { sentences, faults, right } = await streamed('good')
    expect(sentences.length).toBeGreaterThanOrEqual(clauses.length)
    expect(right).toEqual(expect.arrayContaining(sentences))
    expect(faults).toEqual([])
  }, 60_000)

  test('that is cut off shows the whole sentences before the cut and no piece of the next', async () => {
    const { sentences, faults, right } = await streamed('half an answer')
    expect(sentences.length).toBeGreaterThan(0)
    expect(sentences.length).toBeLessThan(right.length)
    expect(right).toEqual(expect.arrayContaining(sentences))
    expect(faults).toHaveLength(1)
  })

  test.each(modes)('shows nothing that no clause says: %s', async (mode) => {
    const { sentences, right } = await streamed(mode, mode === 'silence' || mode === 'slow drip' ? 100 : 10_000)
    expect(right).toEqual(expect.arrayContaining(sentences))
  })
})
