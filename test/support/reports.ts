import { identity } from '../../bot/identity.ts'
import { flows } from '../../src/assembly.ts'
import type { Answer, Answers, Value } from '../../src/flow/index.ts'
import type { Comparable } from '../../src/intake/index.ts'
import type { NewCase } from '../../src/runtime/index.ts'
import { file, type Office, openOffice } from './office.ts'

/** The form of reports as people fill it in, which the toy form of `office.ts` is not: with people, places and sums. */
export const openReports = (more: Parameters<typeof openOffice>[0] = {}): Promise<Office> =>
  openOffice({ flows, identity, ...more })

const edition = flows.filter(({ id }) => id === 'report').at(-1)?.edition ?? ''

/** The answers of a report that tells this. */
export function reportAnswers({ people, facts }: Comparable): Answers {
  const answers: Record<string, Answer> = { mode: given('匿名') }
  const put = (path: string, value: Value | undefined) => {
    if (value !== undefined && value !== '') answers[path] = given(value)
  }
  for (const [n, { name, unit, post }] of people.entries()) {
    put(`respondents[${n}].name`, name)
    put(`respondents[${n}].unit`, unit)
    put(`respondents[${n}].post`, post)
  }
  for (const [n, { what, place, from, to, amountMin: min, amountMax: max }] of facts.entries()) {
    put(`facts[${n}].what`, what)
    put(`facts[${n}].place`, place)
    if (from !== undefined) put(`facts[${n}].time`, { text: from, from, to: to ?? from })
    if (min !== undefined) put(`facts[${n}].amount`, { text: `${min}`, min, max: max ?? min })
  }
  return answers
}

const given = (value: Value): Answer => ({
  is: 'given',
  value,
  said: typeof value === 'string' ? value : typeof value === 'object' && 'text' in value ? value.text : '',
  turn: 1,
})

/** Hands such a report in. */
export function fileReport(office: Office, told: Comparable, more: Partial<NewCase> & { area?: string } = {}) {
  const form = { flow: 'report', edition, answers: reportAnswers(told), findings: [] }
  return file(office, { ...more, ...(told.area === undefined ? {} : { area: told.area }), form })
}
