import { openContent } from '../../src/assembly.ts'
import { ms, quantile, table } from './figures.ts'
import { questions } from './questions.ts'

/** The answerer alone, every question of knowledge/questions asked in turn, several times over. */
export async function answersBench(): Promise<string> {
  const before = performance.now()
  const { answerer, library } = openContent()
  const opened = performance.now() - before
  const asked = questions()
  const times: number[] = []
  for (let round = 0; round < 6; round++)
    for (const text of asked) {
      const start = performance.now()
      await answerer.answer({ text, today: '2026-11-23', sideBySide: true })
      if (round > 0) times.push(performance.now() - start)
    }
  return table(
    ['answers alone', 'clauses', 'questions', 'opened in', 'p50', 'p99'],
    [
      [
        '',
        String(library.clauses.size),
        String(asked.length),
        ms(opened),
        ms(quantile(times, 0.5)),
        ms(quantile(times, 0.99)),
      ],
    ],
  )
}
