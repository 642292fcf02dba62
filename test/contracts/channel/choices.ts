import { describe, expect, test } from 'vitest'
import type { AtBench, Bench } from './bench.ts'
import { allText, bare, log, says } from './steps.ts'

const stages = ['还没做', '正在做', '已经做完']

export function choicesContract(at: AtBench): void {
  describe('choices', () => {
    test('every choice is shown, as a button or in the text', async () => {
      const bench = at()
      const shown = await atStages(bench, 'wang')
      const all = `${allText(shown)}${shown.flatMap((each) => each.buttons).join('')}`
      for (const stage of stages) expect(all).toContain(stage)
    })

    test('typing its number or its word is as good as pressing it', async () => {
      const bench = at()
      const ways = stages.flatMap((word, n) => [
        { word, typed: word },
        { word, typed: String(n + 1) },
      ])
      for (const [n, { word, typed }] of ways.entries()) {
        const person = `p${n}`
        await atStages(bench, person)
        await says(bench, person, typed)
        const { state } = await bench.house.store.conversations.load(bench.thread(person))
        const answer = state?.frame?.answers['stage'] ?? Object.values(state?.frame?.answers ?? {}).at(-1)
        expect({ typed, label: labelOf(bench, answer) }).toEqual({ typed, label: word })
      }
    })
  })

  describe('cards', () => {
    test('a form is shown to be looked over, and its words stand in the text too', async () => {
      const bench = at()
      await says(bench, 'wang', '转人工')
      const shown = await says(bench, 'wang', '我想问公示期有几天')
      const reply = (await log(bench, 'wang')).findLast((row) => row.from === 'bot')
      const card = reply?.from === 'bot' ? reply.say.card : undefined
      expect(card?.rows.map((row) => row.value)).toEqual(['我想问公示期有几天'])
      const text = bare(allText(shown))
      for (const { label, value } of card?.rows ?? []) expect(text).toContain(bare(label + value))
      const drawn = shown.flatMap((each) => each.card ?? [])
      for (const each of drawn)
        for (const { label, value } of card?.rows ?? []) expect(bare(each)).toContain(bare(label + value))
    })
  })
}

/** Opens a form whose next question has three answers. */
async function atStages(bench: Bench, person: string) {
  await says(bench, person, '容错自查')
  const shown = await says(bench, person, '许昌')
  expect(allText(shown)).toContain('到哪一步')
  return shown
}

/** What the form calls the answer that was given. */
function labelOf(bench: Bench, answer: unknown): string | undefined {
  const value = (answer as { value?: unknown } | undefined)?.value // answers are read as they are kept
  const flow = bench.house.bot.flows.find((each) => each.id === 'tolerance-check')
  const labels = flow?.steps.flatMap((step) =>
    'ask' in step && step.ask.kind === 'choice' && typeof value === 'string'
      ? (step.ask.options[value]?.label ?? [])
      : [],
  )
  return labels?.[0]
}
