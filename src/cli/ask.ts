import { clockFrom } from '../assembly.ts'
import { Fault } from '../base/index.ts'
import type { Audience } from '../runtime/index.ts'
import type { Call } from './call.ts'
import { type EvalReport, evalQuestion, runEval } from './eval.ts'
import { givenFile } from './given-file.ts'
import { openStocked } from './stocked.ts'

const audiences = ['cadre', 'citizen', 'officer'] as const

/** One question, answered as anywhere else in the house, with what the outcome was. */
export async function ask(call: Call): Promise<number> {
  const text = call.words.join(' ').trim()
  if (text === '') throw new Fault(['请写上要问的问题：npx qingwen ask "匿名举报有人管吗"'])
  const { region, audience } = call.options
  if (audience !== undefined && !audiences.includes(audience as Audience))
    throw new Fault([`--audience 只能是 ${audiences.join('、')}`])
  const { answerer } = await openStocked(call)
  const started = performance.now()
  const found = await answerer.answer({
    text: text.slice(0, 4000),
    today: clockFrom(undefined)().slice(0, 10),
    sideBySide: true,
    ...(typeof region === 'string' ? { area: region } : {}),
    ...(audience === undefined ? {} : { audience: audience as Audience }),
  })
  const ms = Math.round((performance.now() - started) * 100) / 100
  if (call.options['json']) call.print(JSON.stringify({ ...found, ms }))
  else {
    call.print(found.text)
    for (const [n, c] of found.cites.entries())
      call.print(`〔${n + 1}〕${c.region} 《${c.instrument}》${c.label}（${c.authority}）`)
    if (found.suggestions.length > 0) call.print(`\n还可以问：${found.suggestions.join(' / ')}`)
  }
  return 0
}

/** A file of questions, one JSON object a line, answered one by one and measured. */
export async function evaluate(call: Call): Promise<number> {
  const file = call.options['questions'] ?? call.words[0]
  if (typeof file !== 'string') throw new Fault(['请写上问题文件：npx qingwen eval 问题.jsonl'])
  const { answerer, library } = await openStocked(call)
  const report = await runEval(readQuestions(file), answerer, {
    known: (id) => library.clauses.has(id),
    today: clockFrom(undefined)().slice(0, 10),
    now: () => performance.now(),
  })
  if (call.options['json']) call.print(JSON.stringify(report))
  else call.print(inWords(report))
  return 0
}

function readQuestions(file: string) {
  return givenFile(file)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, n) => {
      try {
        return evalQuestion.parse(JSON.parse(line))
      } catch (cause) {
        throw new Fault([`${file} 第 ${n + 1} 行不是一条完整的问题`], { cause })
      }
    })
}

function inWords({ questions, totals }: EvalReport): string {
  const share = (n: number | undefined) => (n === undefined ? '  – ' : n.toFixed(2))
  const rows = questions.map(
    (q) =>
      `${q.expected ? ' ' : '!'} ${q.id.padEnd(8)} ${q.outcome.padEnd(13)} 召回 ${share(q.goldRecall)} 精度 ${share(q.precision)}  ${q.question}${q.missing.length > 0 ? `\n    缺 ${q.missing.join(' ')}` : ''}`,
  )
  return [
    ...rows,
    '',
    `共 ${totals.questions} 题；条款召回 ${totals.goldRecall.toFixed(3)}，精度 ${totals.precision.toFixed(3)}，不存在的引用 ${totals.invented}，` +
      `门口处理 ${totals.doors.handled}/${totals.doors.of}，结论意外 ${totals.unexpected}，p50 ${totals.p50.toFixed(2)} ms，p99 ${totals.p99.toFixed(2)} ms`,
  ].join('\n')
}
