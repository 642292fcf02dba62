import type { Condition } from './condition.ts'
import type { Field, Part } from './field.ts'
import { type Flow, fieldsOf, type Step } from './flow.ts'
import type { Rule } from './rule.ts'

/** What a card says of a clause: the instrument's title without 《》 and the clause's label. */
export interface ClauseNote {
  readonly instrument: string
  readonly label: string
}

interface Print {
  readonly fields: ReadonlyMap<string, Field>
  /** Labels of what is concluded, by id. */
  readonly concluded: ReadonlyMap<string, string>
  cite(id: string): string
}

/**
 * Prints a flow and its rules as the card a policy officer reads and signs: plain words, and clauses by their names.
 * @param clauses notes by clause id; without them the ids themselves are printed.
 */
export function card(flow: Flow, rules: readonly Rule[], clauses: Readonly<Record<string, ClauseNote>> = {}): string {
  const cite = (id: string) =>
    id.startsWith('{') ? '所选那一项的条款' : clauses[id] ? `《${clauses[id].instrument}》${clauses[id].label}` : id
  const concluded = new Map(flow.steps.flatMap((s) => ('conclude' in s ? [[s.conclude, s.label] as const] : [])))
  const print: Print = { fields: fieldsOf(flow), concluded, cite }
  const body = flow.steps.flatMap((step, n) =>
    line(print, step).map((text, i) => (i === 0 ? `${n + 1}. ${text}` : `   ${text}`)),
  )
  const topics = new Set(flow.steps.flatMap((s) => ('judge' in s ? [s.judge] : [])))
  const tables = rules.filter((r) => topics.has(r.topic)).flatMap((r) => ['', ...table(print, r)])
  const note = [
    ...(flow.anonymous ? ['', '可以匿名。填写过程中说的话不进知识缺口台账。'] : []),
    ...(flow.coach
      ? ['', '写法提示：气话、听说、推测、自行定性会温和指出来，并给一份去掉这些的写法，用不用由本人定，原话保留。']
      : []),
  ]
  return [
    `# ${flow.title}（${flow.edition} 版）`,
    '',
    `开场：${flow.opening}`,
    ...note,
    '',
    ...body,
    ...tables,
    '',
    ...flow.submitted.map(
      (t) =>
        `交上去以后还会说${t.only ? `（只在${when(print, t.only)}时）` : ''}：${t.text}（${t.cites.map(cite).join('；')}）\n`,
    ),
    `结束语（没有提交时）：${flow.closing}`,
    '',
  ].join('\n')
}

function line(print: Print, step: Step): string[] {
  if ('rest' in step)
    return [`对每一${nameOf(print.fields.get(step.rest))}，再问：`, ...step.each.flatMap((p) => part(print, p))]
  const tail = meant(print, step)
  if ('submit' in step) return [`交给工作人员，生成回执${tail}`]
  if ('tell' in step)
    return [`告诉对方${tail}：`, ...step.says.map((t) => `- ${t.text}（${t.cites.map(print.cite).join('；')}）`)]
  if ('conclude' in step) return conclusion(print, step, tail)
  if ('hold' in step)
    return [
      `还缺${step.needs.map((id) => `「${labelOf(print.fields, id)}」`).join('、')}时，先按草稿留着（状态：${step.state}），不往下走${tail}：`,
      `- ${step.says}`,
      `- 回来以后接着问「${labelOf(print.fields, step.asks)}」`,
    ]
  if ('judge' in step) return [`逐条对照，不下结论${tail}：见后面的对照表`]
  return [
    ...question(print, step.ask, tail),
    ...(step.ask.kind === 'list'
      ? [`- 每一${nameOf(step.ask)}接着问：`, ...step.ask.each.flatMap((p) => part(print, p))]
      : []),
  ]
}

function conclusion(print: Print, step: Extract<Step, { conclude: string }>, tail: string): string[] {
  const cited = (cites: readonly string[]) => (cites.length > 0 ? `（${cites.map(print.cite).join('；')}）` : '')
  return [
    `得出「${step.label}」${step.silent ? '（只记下，不说）' : ''}${tail}：`,
    ...step.cases.map((c) => {
      const where = Object.keys(c.when).length === 0 ? '其余情形' : `${when(print, c.when)}时`
      return `- ${where}：${typeof c.value === 'boolean' ? (c.value ? '是' : '否') : c.value}${c.says === '' || c.says === c.value ? '' : `。${c.says}`}${cited(c.cites)}`
    }),
  ]
}

function question(print: Print, field: Field, tail: string): string[] {
  const choices = options(print, field)
  if (field.silent) return [`不问，话里说到就记下「${field.label}」${tail}${words(field)}`, ...choices]
  return [
    `问「${field.label}」：${field.ask}${tail}`,
    ...choices,
    `- 为什么问：${field.why}${field.cite ? `（${print.cite(field.cite)}）` : ''}`,
    `- 举例：${field.example}`,
    ...(field.effect ? [`- 不答会怎样：${field.effect}`] : []),
    ...(field.kind === 'choice' && field.many ? ['- 可以选几项'] : []),
    ...(field.kind === 'text' && field.like === 'number' ? ['- 只认文号（如“第12号”）；别的话不当作回答'] : []),
    ...('sure' in field && field.sure ? ['- 答得不肯定（“应该没有”“没有吧”）记作不清楚'] : []),
  ]
}

function part(print: Print, p: Part): string[] {
  const [first, ...rest] = question(print, p.ask, meant(print, p))
  return [`- ${first}`, ...rest.map((l) => `  ${l}`)]
}

function options(print: Print, field: Field): string[] {
  if (field.kind !== 'choice') return []
  return Object.values(field.options).map((o) => {
    const only = o.only ? `，${when(print, o.only)}才列出` : ''
    const heard =
      o.words.length > 0 ? `；说到“${o.words.slice(0, 6).join('”“')}”${o.words.length > 6 ? '等' : ''}也算` : ''
    return `- 选项「${o.label}」${o.cite ? `（${print.cite(o.cite)}）` : ''}${only}${heard}`
  })
}

/** The words a silent yes-or-no is heard by. */
const words = (field: Field) =>
  field.kind === 'yesNo' && field.yes.length > 0
    ? `（说到“${field.yes.slice(0, 6).join('”“')}”${field.yes.length > 6 ? '等' : ''}）`
    : ''

function meant(print: Print, step: { only?: Condition | undefined; unless?: Condition | undefined }): string {
  const told = [
    step.only ? `只在${when(print, step.only)}时` : '',
    step.unless ? `${when(print, step.unless)}时不${'tell' in step || 'conclude' in step ? '说' : '问'}` : '',
  ]
    .filter(Boolean)
    .join('；')
  return told ? `（${told}）` : ''
}

const when = ({ fields, concluded }: Print, condition: Condition) =>
  Object.entries(condition)
    .map(([id, test]) => `「${concluded.get(id) ?? labelOf(fields, id)}」${told(fieldOf(fields, id), test)}`)
    .join('，且')

/** A part of a list item is named by its own label. */
const fieldOf = (fields: ReadonlyMap<string, Field>, id: string) =>
  fields.get(id) ?? [...fields].find(([path]) => path.endsWith(`[].${id}`))?.[1]
const labelOf = (fields: ReadonlyMap<string, Field>, id: string) => fieldOf(fields, id)?.label ?? id

function table(print: Print, rule: Rule): string[] {
  const side = { positive: '正面', negative: '负面', look: '察看' }
  const sources = new Set(rule.conditions.map((c) => source(print.cite(c.cite))))
  const [one] = sources
  // One instrument is named once, above the table, so that the rows stay readable.
  const brief = (id: string) =>
    sources.size === 1 && one && print.cite(id).startsWith(one) ? print.cite(id).slice(one.length) : print.cite(id)
  const row = (c: Rule['conditions'][number]) =>
    `| ${side[c.side]} | ${c.says} | ${seen(print, c)} | ${brief(c.cite)} |`
  return [
    `## 对照表：${rule.title}${rule.region ? `（只用于${rule.region}）` : '（用于没有本地清单的地方）'}`,
    '',
    `认定机关：${rule.decidedBy}`,
    ...(sources.size === 1 && one ? ['', `依据都出自${one}。`] : []),
    '',
    '| 类 | 条件 | 怎么看 | 依据 |',
    '|---|---|---|---|',
    ...rule.conditions.map(row),
    ...rule.notes.flatMap((n) => [
      '',
      `提示${n.only ? `（只在${when(print, n.only)}时）` : ''}：${n.says}（${brief(n.cite)}）`,
    ]),
  ]
}

/** 《…》 at the head of a cite; nothing where ids are printed. */
const source = (cite: string) => /^《.*》/.exec(cite)?.[0] ?? ''

function seen(print: Print, c: Rule['conditions'][number]): string {
  if (c.only && JSON.stringify(c.only) === JSON.stringify(c.when)) return '对到这一项时列出'
  const test =
    Object.keys(c.when).length === 0 ? '' : `${when(print, c.when)}，就是${c.side === 'negative' ? '对上了' : '符合'}`
  const rest = c.officerDecides ? '其余由机关认定' : '没答的记未知'
  return `${[test, rest].filter(Boolean).join('；')}${c.only ? `（只在${when(print, c.only)}时看）` : ''}`
}

function told(field: Field | undefined, test: Condition[string]): string {
  const name = (w: string) =>
    field?.kind === 'choice' ? (field.options[w]?.label ?? w) : w === 'yes' ? '是' : w === 'no' ? '否' : w
  if (typeof test === 'string') return field?.kind === 'yesNo' ? `答${name(test)}` : `为${name(test)}`
  if ('given' in test) return '已答'
  return 'oneOf' in test ? `为${test.oneOf.map(name).join('或')}` : `不是${name(test.not)}`
}

const nameOf = (field: Field | undefined) =>
  field?.kind === 'list' ? `${field.counters[0] ?? '个'}${field.item}` : '项'
