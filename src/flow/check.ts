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
    for (const { where, cites, text } of sayings(flow)) {
      faults.push(
        ...cites
          .filter((c) => !clauses.has(c) && !choiceWithCites(flow, c))
          .map((c) => `${name} ${where}: cites ${c}, which is not in knowledge/`),
        ...named(text)
          .filter((id) => !fieldsOf(flow).has(id) && !computed(flow).has(id))
          .map((id) => `${name} ${where}: says {${id}}, which is no field`),
      )
    }
    for (const id of [
      flow.matter,
      flow.hint,
      flow.coach?.reads,
      flow.coach?.people,
      flow.coach?.drop.field,
      flow.coach?.accept.field,
    ])
      if (id !== undefined && !fieldsOf(flow).has(id)) faults.push(`${name}: ${id} is named and is not a field`)
  }
  for (const rule of rules) {
    for (const { cite } of [...rule.conditions, ...rule.notes])
      if (!clauses.has(cite)) faults.push(`rule ${rule.id}: cites ${cite}, which is not in knowledge/`)
    faults.push(...unread(rule, flows))
  }
  return faults
}

/** Everything a flow says with cites: what it tells, what it concludes, and what it says at the end. */
function sayings(flow: Flow): { where: string; text: string; cites: readonly string[] }[] {
  const told = flow.steps.flatMap((step) => {
    if ('tell' in step) return step.says.map((t) => ({ ...t, where: `tells ${step.tell}` }))
    if ('conclude' in step)
      return step.cases.map((c) => ({ text: c.says, cites: c.cites, where: `concludes ${step.conclude}` }))
    return []
  })
  return [...told, ...flow.submitted.map((t) => ({ ...t, where: 'submitted' }))]
}

/** `{item}` among cites: a choice whose options have clauses of their own. */
function choiceWithCites(flow: Flow, cite: string): boolean {
  const field = fieldsOf(flow).get(/^\{(\w+)\}$/.exec(cite)?.[1] ?? '')
  return field?.kind === 'choice' && Object.values(field.options).some((o) => o.cite !== undefined)
}

/** `{unit}` in a saying. */
const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '')

/** Names under which the coach's marks can be read; no question has them. */
const seenByCoach = ({ coach }: Flow): readonly string[] =>
  coach ? [coach.open, coach.seen, coach.rewritable, coach.guess, coach.rewrite, coach.office] : []

/** All that can be read beside the fields: conclusions and what the coach saw. */
const computed = (flow: Flow): ReadonlySet<string> =>
  new Set([...seenByCoach(flow), ...flow.steps.flatMap((s) => ('conclude' in s ? [s.conclude] : []))])

function stepFaults(flow: Flow, rules: readonly Rule[]): string[] {
  const faults: string[] = []
  const asked = new Map<string, Field>()
  const heard = new Map([...fieldsOf(flow)].filter(([, field]) => 'hears' in field && field.hears))
  let before: Field | undefined
  const concluded = new Set(seenByCoach(flow))
  flow.steps.forEach((step, n) => {
    const where = `step ${n + 1}`
    if ('rest' in step) {
      if (asked.get(step.rest)?.kind !== 'list')
        faults.push(`${where}: asks the rest of ${step.rest}, which is no list asked before it`)
      faults.push(...partFaults(flow, step.rest, step.each, asked, heard).map((f) => `${where}: ${f}`))
      return
    }
    const readable = new Set([...asked.keys(), ...heard.keys()])
    const conditions = [step.only, step.unless, ...('conclude' in step ? step.cases.map((c) => c.when) : [])]
    for (const condition of conditions)
      faults.push(
        ...misread(withoutConcluded(condition, concluded), new Map([...heard, ...asked]), readable).map(
          (f) => `${where}: ${f}`,
        ),
      )
    if ('conclude' in step) {
      if (asked.has(step.conclude) || concluded.has(step.conclude))
        faults.push(`${where}: concludes ${step.conclude}, which there is already`)
      if (!step.silent && step.cases.some((c) => c.says !== '' && c.cites.length === 0))
        faults.push(`${where}: concludes ${step.conclude} and tells it without a cite`)
      concluded.add(step.conclude)
    }
    if ('hold' in step)
      faults.push(
        ...[...step.needs, step.asks]
          .filter((id) => !asked.has(id))
          .map((id) => `${where}: waits for ${id}, asked nowhere before`),
      )
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

const withoutConcluded = (condition: Condition | undefined, concluded: ReadonlySet<string>): Condition =>
  Object.fromEntries(Object.entries(condition ?? {}).filter(([id]) => !concluded.has(id)))

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
