import { randomUUID } from 'node:crypto'
import { Refused } from '../base/index.ts'
import type { Paper } from '../documents/index.ts'
import { type Certificate, type DueCase, has, type Officer, type ShredList } from '../runtime/index.ts'
import { certificatePaper } from './certificate-paper.ts'
import type { ConsoleOptions } from './options.ts'
import { type KindView, kindView } from './retention-kinds.ts'
import { monthsWords, ruleObject, titleOf } from './retention-words.ts'
import { type ApprovalView, mustBeFresh, type SecondPerson } from './second-person.ts'
import type { Signed } from './session.ts'

export interface DueView extends DueCase {
  readonly title: string
  readonly words: string
}

export interface HoldView {
  readonly number: string
  readonly reason: string
  readonly who: string
  readonly on: string
}

/**
 * How long cases are kept, and their end. 安全管理 asks, another one agrees (for a rule an administrator, for destroying a
 * 复核), and then it is done once. No content is seen here by anybody. @throws Refused `notFound` for every other role.
 */
export interface RetentionDesk {
  kinds(signed: Signed): Promise<readonly KindView[]>
  due(officer: Officer): Promise<readonly DueView[]>
  lists(officer: Officer): Promise<readonly Omit<ShredList, 'cases'>[]>
  holds(officer: Officer): Promise<readonly HoldView[]>
  certificates(officer: Officer): Promise<readonly (Certificate & { readonly title: string })[]>
  /** @throws Refused `badRequest` for months that are none, or no basis; `confirmFirst`. */
  askRule(signed: Signed, rule: { kind: string; months: number; basis: string }): Promise<void>
  /** @throws Refused `approvalFirst`; `confirmFirst`. */
  setRule(signed: Signed, kind: string, months: number): Promise<void>
  /** @returns the list's id. @throws Refused `badRequest` if nothing that was picked is due, or there is no reason; `confirmFirst`. */
  propose(signed: Signed, numbers: readonly string[], reason: string): Promise<string>
  list(officer: Officer, id: string): Promise<ShredList>
  /** The request that goes with a list, for whoever may see it. */
  request(officer: Officer, id: string): Promise<ApprovalView | undefined>
  drop(signed: Signed, id: string): Promise<void>
  /** Destroys. Cut off, it goes on at the next start, or when it is called again. @throws Refused `approvalFirst`; `confirmFirst`. */
  run(signed: Signed, id: string): Promise<void>
  certificate(officer: Officer, number: string, how: 'docx' | 'print'): Promise<Paper>
}

/** A hundred years; longer is for ever, which is no period at all. */
const mostMonths = 1200
/** What one page shows, and one list takes. */
const most = 200

export function openRetentionDesk(options: ConsoleOptions, second: SecondPerson): RetentionDesk {
  const { store, kinds, retention: shape, shredder, secrets, now } = options
  const { retention } = store
  const note = (officer: Officer, what: string, object: string, more?: string) =>
    store.audit.append(
      [{ who: `officer:${officer.id}`, what, object, ...(more === undefined ? {} : { note: more }) }],
      now(),
    )
  const keeps = (officer: Officer) => must(has(officer, '安全管理'))
  const looks = (officer: Officer) => must(has(officer, '安全管理', '复核'))
  const nameOf = async () => {
    const officers = await store.officers.list()
    return (id: string) => officers.find((each) => each.id === id)?.name ?? id
  }

  /** What this officer asked for about an object, while it is alive. */
  async function mine({ officer }: Signed, kind: 'retention' | 'destroy', object: string) {
    const all = await second.list(officer)
    return all.find((each) => each.mine && !each.over && each.kind === kind && each.object === object)
  }

  async function listOf(officer: Officer, id: string): Promise<ShredList> {
    looks(officer)
    const found = await retention.byId(id)
    if (found?.unit !== officer.unit) throw new Refused('notFound')
    return found
  }

  return {
    async kinds(signed) {
      looks(signed.officer)
      const [rules, name, requests] = await Promise.all([
        retention.rules(signed.officer.unit),
        nameOf(),
        second.list(signed.officer),
      ])
      return shape.kinds.map((each) => kindView(each, { rules, requests, name, kinds }))
    },

    async due(officer) {
      looks(officer)
      const found = await retention.due(officer.unit, now().slice(0, 10), most)
      await note(officer, 'retention.viewed', officer.unit)
      return found.map((each) => ({
        ...each,
        title: titleOf(each.kind, kinds),
        words: monthsWords(each.months),
      }))
    },

    async lists(officer) {
      looks(officer)
      return retention.lists(officer.unit)
    },

    async holds(officer) {
      looks(officer)
      const name = await nameOf()
      const found = await retention.holds(officer.unit)
      return Promise.all(
        found.map(async ({ number, reason, who, on }) => {
          const id = await retention.idOf(officer.unit, number)
          return { number, on, who: name(who), reason: secrets.open(`hold/${id}`, reason) }
        }),
      )
    },

    async certificates(officer) {
      looks(officer)
      const found = await retention.certificates(officer.unit, most)
      return found.map((each) => ({ ...each, title: titleOf(each.kind, kinds) }))
    },

    async askRule(signed, { kind, months, basis }) {
      keeps(signed.officer)
      if (!shape.kinds.some((each) => each.kind === kind)) throw new Refused('notFound')
      if (!Number.isSafeInteger(months) || months < 0 || months > mostMonths) throw new Refused('badRequest')
      await second.ask(signed, { kind: 'retention', object: ruleObject(kind, months), reason: basis })
    },

    async setRule(signed, kind, months) {
      keeps(signed.officer)
      const object = ruleObject(kind, months)
      const asked = await mine(signed, 'retention', object)
      // Before the basis is read: nothing is taken from a request nobody agreed to.
      await second.pass(signed, 'retention', object)
      const { officer } = signed
      if (asked?.decidedBy === undefined) throw new Refused('approvalFirst')
      const people = { setBy: officer.id, agreedBy: asked.decidedBy }
      await retention.setRule(
        { unit: officer.unit, kind, months, basis: asked.reason, ...people, at: now() },
        { who: `officer:${officer.id}`, what: 'retention.set', object: kind, note: String(months) },
      )
    },

    async propose(signed, numbers, reason) {
      keeps(signed.officer)
      const { officer } = signed
      const id = randomUUID()
      mustBeFresh(signed)
      const list = await retention.list({ id, unit: officer.unit, askedBy: officer.id, at: now() }, numbers)
      if (!list) throw new Refused('badRequest')
      try {
        await second.ask(signed, { kind: 'destroy', object: id, reason })
      } catch (error) {
        // A list nobody asks for would only keep its cases from other lists.
        await retention.drop(id)
        throw error
      }
      await note(officer, 'retention.listed', id, String(list.cases.length))
      return id
    },

    list: listOf,

    async request(officer, id) {
      looks(officer)
      return (await second.list(officer)).find((each) => each.kind === 'destroy' && each.object === id)
    },

    async drop(signed, id) {
      keeps(signed.officer)
      await listOf(signed.officer, id)
      if (!(await retention.drop(id))) throw new Refused('approvalOver')
      await note(signed.officer, 'retention.dropped', id)
    },

    async run(signed, id) {
      keeps(signed.officer)
      const { officer } = signed
      const list = await listOf(officer, id)
      if (list.state === 'listed') {
        const asked = await mine(signed, 'destroy', id)
        await second.pass(signed, 'destroy', id)
        if (asked?.decidedBy === undefined) throw new Refused('approvalFirst')
        await retention.agree(id, asked.decidedBy, now())
        await note(officer, 'retention.agreed', id, String(list.cases.length))
      }
      await shredder.run(id)
    },

    async certificate(officer, number, how) {
      looks(officer)
      const found = await retention.certificate(officer.unit, number)
      if (!found) throw new Refused('notFound')
      const [name, units] = await Promise.all([nameOf(), store.units.list()])
      await note(officer, 'certificate.viewed', number, how)
      return certificatePaper(found, {
        title: titleOf(found.kind, kinds),
        office: units.find(({ id }) => id === found.unit)?.name ?? found.unit,
        name,
      })
    },
  }
}

/** @throws Refused `notFound`: what is not this officer's is not there. */
function must(may: boolean): void {
  if (!may) throw new Refused('notFound')
}
