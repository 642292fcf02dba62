import type { Condition } from './condition.ts'
import type { Field, Part } from './field.ts'
import { type Flow, fieldsOf, type Step } from './flow.ts'
import type { Rule } from './rule.ts'

/** Prints a flow and its rules as the card a policy officer reads and signs: plain words and cites. */
export function card(flow: Flow, rules: readonly Rule[]): string {
  const fields = fieldsOf(flow)
  const when = (condition: Condition) =>
    Object.entries(condition)
      .map(([id, test]) => `「${fields.get(id)?.label ?? id}」${told(fields.get(id), test)}`)
      .join('，且')
  const meant = (step: { only?: Condition | undefined; unless?: Condition | undefined }) =>
    [step.only ? `仅当${when(step.only)}` : '', step.unless ? `${when(step.unless)}时不问` : ''].filter(Boolean).join('；')
  const line = (step: Step): string[] => {
    if ('rest' in step) return [`每一${nameOf(fields.get(step.rest))}再问：`, ...step.each.flatMap((p) => part(p, meant))]
    const only = meant(step)
    const tail = only ? `（${only}）` : ''
    if ('submit' in step) return [`交给工作人员，生成回执${tail}`]
    if ('tell' in step) return [`告诉${tail}：`, ...step.says.map((t) => `- ${t.text}（${t.cites.join('、')}）`)]
    if ('judge' in step) return [`对照${tail}：见后面的对照表`]
    return [...question(step.ask, tail), ...(step.ask.kind === 'list' ? step.ask.each.flatMap((p) => part(p, meant)) : [])]
  }
  const body = flow.steps.flatMap((step, n) => line(step).map((text, i) => (i === 0 ? `${n + 1}. ${text}` : `   ${text}`)))
  const topics = new Set(flow.steps.flatMap((s) => ('judge' in s ? [s.judge] : [])))
  const tables = rules.filter((r) => topics.has(r.topic)).flatMap((r) => ['', ...table(r, when)])
  return [`# ${flow.title}（${flow.edition} 版）`, '', `开场：${flow.opening}`, '', ...body, ...tables, '', `结束语：${flow.closing}`, ''].join('\n')
}

function question(field: Field, tail: string): string[] {
  if (field.silent) return [`不问，从话里听出来：${field.label}${options(field)}${tail}`]
  return [
    `问「${field.label}」：${field.ask}${options(field)}${tail}`,
    `- 为什么问：${field.why}${field.cite ? `（${field.cite}）` : ''}`,
    `- 例：${field.example}`,
    ...(field.effect ? [`- 不答会怎样：${field.effect}`] : []),
  ]
}

function part(p: Part, meant: (p: Part) => string): string[] {
  const only = meant(p)
  const [first, ...rest] = question(p.ask, only ? `（${only}）` : '')
  return [`- ${first}`, ...rest.map((l) => `  ${l}`)]
}

function options(field: Field): string {
  if (field.kind !== 'choice') return ''
  return `　${Object.values(field.options).map((o) => o.label + (o.cite ? `〔${o.cite}〕` : '')).join('／')}`
}

function table(rule: Rule, when: (c: Condition) => string): string[] {
  const side = { positive: '正面', negative: '负面', look: '察看' }
  const row = (c: Rule['conditions'][number]) => {
    const test = Object.keys(c.when).length === 0 ? '' : when(c.when)
    return `| ${side[c.side]} | ${c.says} | ${[test, c.officerDecides ? '由机关认定' : ''].filter(Boolean).join('；其余')}${c.only ? `（仅当${when(c.only)}）` : ''} | ${c.cite} |`
  }
  return [
    `## 对照表：${rule.title}${rule.region ? `（${rule.region}）` : ''}`,
    '',
    `认定机关：${rule.decidedBy}`,
    '',
    '| 类 | 条件 | 怎么看 | 依据 |',
    '|---|---|---|---|',
    ...rule.conditions.map(row),
    ...rule.notes.flatMap((n) => ['', `提示：${n.says}（${n.cite}）`]),
  ]
}

function told(field: Field | undefined, test: Condition[string]): string {
  const name = (w: string) => (field?.kind === 'choice' ? (field.options[w]?.label ?? w) : w === 'yes' ? '是' : w === 'no' ? '否' : w)
  if (typeof test === 'string') return field?.kind === 'yesNo' ? `答${name(test)}` : `为${name(test)}`
  if ('given' in test) return '已答'
  return 'oneOf' in test ? `为${test.oneOf.map(name).join('或')}` : `不是${name(test.not)}`
}

const nameOf = (field: Field | undefined) => (field?.kind === 'list' ? field.item : '项')
