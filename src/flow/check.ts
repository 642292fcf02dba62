import { type Condition, reads } from './condition.ts'
import type { Field, Part } from './field.ts'
import { type Flow, fieldsOf } from './flow.ts'
import type { Rule } from './rule.ts'

/**
 * Reads all flows and rules before they open and says everything wrong with them at once.
 *
 * @param clauses every citable clause id in knowledge/.
 * @returns one sentence per fault, naming the file's own words; empty if they may open.
 */
export function check(flows: readonly Flow[], rules: readonly Rule[], clauses: ReadonlySet<string>): string[] {
  const faults: string[] = []
  const ids = new Set<string>()
  for (const flow of flows) {
    const name = `flow ${flow.id}@${flow.edition}`
    if (ids.has(name)) faults.push(`${name}: stands twice in bot/index.ts`)
    ids.add(name)
    faults.push(...stepFaults(flow, rules).map((fault) => `${name} ${fault}`))
    for (const [path, field] of fieldsOf(flow))
      if (!field.silent) faults.push(...unexplained(field).map((what) => `${name} ${path}: has no ${what}`))
    for (const [path, field] of fieldsOf(flow))
      faults.push(
        ...cites(field)
          .filter((c) => !clauses.has(c))
          .map((c) => `${name} ${path}: cites ${c}, which is not in knowledge/`),
      )
    for (const step of flow.steps)
      if ('tell' in step)
        faults.push(
          ...step.says
            .flatMap((t) => t.cites)
            .filter((c) => !clauses.has(c))
            .map((c) => `${name} tells ${step.tell}: cites ${c}, which is not in knowledge/`),
        )
    if (flow.matter && !fieldsOf(flow).has(flow.matter)) faults.push(`${name}: matter ${flow.matter} is not a field`)
  }
  for (const rule of rules) {
    for (const { cite } of [...rule.conditions, ...rule.notes])
      if (!clauses.has(cite)) faults.push(`rule ${rule.id}: cites ${cite}, which is not in knowledge/`)
    faults.push(...unread(rule, flows))
  }
  return faults
}

function stepFaults(flow: Flow, rules: readonly Rule[]): string[] {
  const faults: string[] = []
  const asked = new Map<string, Field>()
  const heard = new Map([...fieldsOf(flow)].filter(([, field]) => 'hears' in field && field.hears))
  let before: Field | undefined
  flow.steps.forEach((step, n) => {
    const where = `step ${n + 1}`
    if ('rest' in step) {
      if (asked.get(step.rest)?.kind !== 'list')
        faults.push(`${where}: asks the rest of ${step.rest}, which is no list asked before it`)
      faults.push(...partFaults(flow, step.rest, step.each, asked, heard).map((f) => `${where}: ${f}`))
      return
    }
    const readable = new Set([...asked.keys(), ...heard.keys()])
    for (const condition of [step.only, step.unless])
      faults.push(...misread(condition, new Map([...heard, ...asked]), readable).map((f) => `${where}: ${f}`))
    if ('ask' in step) {
      if (asked.has(step.ask.id)) faults.push(`${where}: asks ${step.ask.id} twice`)
      asked.set(step.ask.id, step.ask)
      before = step.ask
      if (step.ask.kind === 'list')
        faults.push(...partFaults(flow, step.ask.id, step.ask.each, asked, heard).map((f) => `${where}: ${f}`))
    }
    if ('judge' in step && !rules.some((r) => r.topic === step.judge))
      faults.push(`${where}: judges ${step.judge}, for which there is no rule`)
    if ('submit' in step && before?.kind !== 'statement')
      faults.push(`${where}: hands in without a statement asked just before it`)
  })
  return faults
}

/** Parts of an item may read each other, wherever they stand, and all that was asked before the list. */
function partFaults(
  flow: Flow,
  list: string,
  parts: readonly Part[],
  asked: ReadonlyMap<string, Field>,
  heard: ReadonlyMap<string, Field>,
): string[] {
  const own = [...fieldsOf(flow)].flatMap(([path, field]) =>
    path.startsWith(`${list}[].`) ? [[field.id, field] as const] : [],
  )
  const known = new Map([...heard, ...asked, ...own])
  return parts.flatMap((part) =>
    [part.only, part.unless]
      .flatMap((condition) => misread(condition, known, new Set(known.keys())))
      .map((f) => `part ${part.ask.id} ${f}`),
  )
}

/** What every question owes the person who is asked. */
const unexplained = (field: Field) => [
  ...(field.why.trim() === '' ? ['why'] : []),
  ...(field.example.trim() === '' ? ['example'] : []),
]

/** What a condition gets wrong about the fields asked before it. Silent fields may stand anywhere. */
function misread(
  condition: Condition | undefined,
  asked: ReadonlyMap<string, Field>,
  readable: ReadonlySet<string>,
): string[] {
  return Object.entries(condition ?? {}).flatMap(([id, test]) => {
    const field = asked.get(id)
    if (!field || !readable.has(id)) return [`reads ${id} before it is asked`]
    return wrongOptions(id, field, test)
  })
}

function wrongOptions(id: string, field: Field, test: Condition[string]): string[] {
  const words = typeof test === 'string' ? [test] : 'oneOf' in test ? test.oneOf : 'not' in test ? [test.not] : []
  const options =
    field.kind === 'choice' ? Object.keys(field.options) : field.kind === 'yesNo' ? ['yes', 'no'] : undefined
  return options
    ? words.filter((w) => !options.includes(w)).map((w) => `reads ${id} as ${w}, which is not an option`)
    : []
}

/** Conditions of a rule over fields that no flow judging by it asks. */
function unread(rule: Rule, flows: readonly Flow[]): string[] {
  const judging = flows.filter((f) => f.steps.some((s) => 'judge' in s && s.judge === rule.topic))
  if (judging.length === 0) return [`rule ${rule.id}: no flow judges ${rule.topic}`]
  return rule.conditions.flatMap((c) =>
    [...reads(c.when), ...reads(c.only ?? {})].flatMap((id) =>
      judging.flatMap((flow) => {
        const field = fieldsOf(flow).get(id)
        if (!field) return [`rule ${rule.id}: reads ${id}, which ${flow.id} does not ask`]
        return [c.when, c.only ?? {}]
          .flatMap((cond) => (cond[id] === undefined ? [] : wrongOptions(id, field, cond[id])))
          .map((f) => `rule ${rule.id}: ${f}`)
      }),
    ),
  )
}

function cites(field: Field): string[] {
  const own = field.cite ? [field.cite] : []
  return field.kind === 'choice'
    ? [...own, ...Object.values(field.options).flatMap((o) => (o.cite ? [o.cite] : []))]
    : own
}
