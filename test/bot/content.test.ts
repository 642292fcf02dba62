import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { step } from '../../src/dialogue/index.ts'
import { type Answers, type Condition, card, type Field, fieldsOf, judge, type Rule } from '../../src/flow/index.ts'
import { bot } from '../support/bot.ts'
import { honest } from '../support/honest-answers.ts'
import { questions } from '../support/not-answers.ts'
import { everyQuestion, given } from '../support/places-in-forms.ts'
import { AT } from '../support/talk.ts'

type Entry = Rule['conditions'][number]

/** The fields of all forms that judge by a rule. */
const fieldsFor = (rule: Rule): ReadonlyMap<string, Field> =>
  new Map(
    bot.flows
      .filter((f) => f.steps.some((s) => 'judge' in s && s.judge === rule.topic))
      .flatMap((f) => [...fieldsOf(f)]),
  )

/** A word that passes a test, and one that does not. */
function words(rule: Rule, id: string, test: Condition[string]): { passes: string; fails: string | undefined } {
  const field = fieldsFor(rule).get(id)
  const all = field?.kind === 'choice' ? Object.keys(field.options) : ['yes', 'no']
  const passes = (w: string) =>
    typeof test === 'string'
      ? w === test
      : 'oneOf' in test
        ? test.oneOf.includes(w)
        : 'not' in test
          ? w !== test.not
          : true
  return { passes: all.find(passes) ?? '', fails: all.find((w) => !passes(w)) }
}

const holding = (rule: Rule, condition: Condition = {}): Answers =>
  Object.fromEntries(
    Object.entries(condition).map(([id, test]) => [id, given(words(rule, id, test).passes, `说了${id}`)]),
  )

/** Fields of the entry's own test that its `only` does not settle already. */
const free = ({ when, only }: Entry): readonly (readonly [string, Condition[string]])[] =>
  Object.entries(when).filter(([id]) => !only || !(id in only))

const entries = bot.rules.flatMap((rule) =>
  rule.conditions.map((entry, n) => [`${rule.id} ${n + 1} ${entry.cite} ${entry.says}`, rule, entry] as const),
)

function markOf(rule: Rule, entry: Entry, answers: Answers) {
  const area: Answers = rule.region ? { area: given(rule.region) } : {}
  return judge(rule, { ...area, ...answers }).marks.find((m) => m.cite === entry.cite && m.says === entry.says)
}

describe('every entry of every rule', () => {
  it('there are entries to try', () => expect(entries.length).toBeGreaterThan(50))

  it.each(entries)('%s: a hit', (_name, rule, entry) => {
    const mark = markOf(rule, entry, { ...holding(rule, entry.only), ...holding(rule, entry.when) })
    expect(mark?.mark).toBe(entry.side === 'negative' ? '不符合' : '符合')
    expect(mark?.said).toContain('说了')
  })

  it.each(entries)('%s: a miss', (_name, rule, entry) => {
    const [first] = free(entry)
    if (!first) {
      // The item itself: somebody whose matter is another item is not shown it at all.
      expect(markOf(rule, entry, { item: given('none') })).toBeUndefined()
      return
    }
    const [id, test] = first
    const mark = markOf(rule, entry, {
      ...holding(rule, entry.only),
      ...holding(rule, entry.when),
      [id]: given(words(rule, id, test).fails ?? ''),
    })
    expect(mark?.mark).toBe(entry.officerDecides ? '由机关认定' : entry.side === 'negative' ? '符合' : '不符合')
  })

  it.each(entries)('%s: unknown, in each of its ways, and never a no', (_name, rule, entry) => {
    const [first] = free(entry)
    if (!first) return
    for (const is of ['unknown', 'skipped', 'declined', undefined] as const) {
      const { [first[0]]: _known, ...rest } = { ...holding(rule, entry.only), ...holding(rule, entry.when) }
      const mark = markOf(rule, entry, is ? { ...rest, [first[0]]: { is, said: '…', turn: 1 } } : rest)
      expect(mark?.mark, is ?? 'absent').toBe(entry.officerDecides ? '由机关认定' : '未知')
    }
  })

  it.each(bot.rules.map((r) => [r.id, r] as const))(
    '%s: one that is the office’s to decide never holds up the verdict',
    (_id, rule) => {
      const theirs = rule.conditions.filter((c) => c.officerDecides)
      expect(theirs.length).toBeGreaterThan(0)
      const others = { ...rule, items: undefined, conditions: theirs } as Rule
      expect(judge(others, {}).verdict).not.toBe('信息不足')
    },
  )
})

describe('both lists are whole', () => {
  const cited = (region: string) =>
    new Set(bot.rules.filter((r) => r.region === region).flatMap((r) => r.conditions.map((c) => c.cite)))
  it('许昌: eight positive, ten negative', () => {
    const cites = cited('许昌')
    for (let n = 1; n <= 8; n++) expect(cites).toContain(`xuchang.filing.positive.${n}`)
    for (let n = 1; n <= 10; n++) expect(cites).toContain(`xuchang.filing.negative.${n}`)
  })
  it('南阳: eight situations, six looks', () => {
    const cites = cited('南阳')
    for (let n = 1; n <= 8; n++) expect(cites).toContain(`nanyang.case.${n}`)
    for (let n = 1; n <= 6; n++) expect(cites).toContain(`nanyang.look.${n}`)
  })
})

describe('what a person is owed at every question', () => {
  const asked = bot.flows.flatMap((f) => [...fieldsOf(f)].map(([path, field]) => [`${f.id} ${path}`, field] as const))

  it.each(asked)('%s: why it is asked, and an example', (_path, field) => {
    expect(field.why.length).toBeGreaterThan(3)
    expect(field.example.length).toBeGreaterThan(0)
    expect(field.ask).toMatch(/[。？]$/)
  })

  it.each(everyQuestion(bot).map((at) => [`${at.flow} ${at.path}`, at] as const))(
    '%s: 为什么要问 is answered with its reason, and the question comes again',
    (_path, at) => {
      const { state, effects } = step(bot, at.state, { type: 'said', text: '为什么要问这个', at: AT, newCase: 'c' })
      const text = effects.flatMap((e) => (e.type === 'say' ? [e.text] : [])).join('')
      expect(text).toContain(at.field.why)
      expect(text).toContain(at.field.short ?? at.field.ask)
      expect(state.frame?.answers).toEqual(at.state.frame?.answers)
    },
  )

  it.each(everyQuestion(bot).map((at) => [`${at.flow} ${at.path}`, at] as const))(
    '%s: 举个例子 gives one',
    (_path, at) => {
      const { effects } = step(bot, at.state, { type: 'said', text: '举个例子', at: AT, newCase: 'c' })
      expect(effects.flatMap((e) => (e.type === 'say' ? [e.text] : [])).join('')).toContain(
        at.field.example.slice(0, 6),
      )
    },
  )
})

describe('a clause of one place is shown to nobody else', () => {
  const region = (id: string) => bot.clauses[id]?.region

  it('questions and tellings rest on national clauses, or are asked only where the place is known', () => {
    const stray = bot.flows.flatMap((f) =>
      f.steps.flatMap((s) => {
        const cites =
          'ask' in s
            ? [
                s.ask.cite,
                ...('options' in s.ask
                  ? Object.values(s.ask.options).flatMap((o) => (o.only && 'area' in o.only ? [] : [o.cite]))
                  : []),
              ]
            : 'tell' in s
              ? s.says.flatMap((t) => t.cites)
              : []
        const placed = ('only' in s && s.only && 'area' in s.only) === true
        // What belongs to no known place (a survey whose city is struck out) is told as such, wherever the person is.
        return placed
          ? []
          : cites.filter((c): c is string => c !== undefined && !['全国', '未明'].includes(region(c) ?? ''))
      }),
    )
    expect(stray).toEqual([])
  })

  it('a rule rests on the clauses of its own place and of the whole country', () => {
    for (const rule of bot.rules) {
      const foreign = [...rule.conditions, ...rule.notes]
        .map((c) => c.cite)
        .filter((c) => region(c) !== '全国' && !(rule.region && region(c)?.startsWith(rule.region)))
      expect(foreign, rule.id).toEqual([])
    }
  })

  const places = everyQuestion(bot).filter(({ state }) => {
    const area = state.frame?.answers['area']
    return !area || (area.is === 'given' && area.value === '周口')
  })

  it('is asked of many questions', () => {
    expect(places.length).toBeGreaterThan(15)
  })

  it.each(places.map((at) => [`${at.flow} ${at.path}`, at] as const))(
    'whatever is said before the place is known, or from elsewhere, brings no local clause: %s',
    (name, at) => {
      for (const text of [
        ...(honest[name] ?? []).filter((t) => !/许昌|許昌|禹州|南阳|湘潭|长沙/.test(t)),
        ...questions.slice(0, 40),
      ]) {
        const { effects } = step(bot, at.state, { type: 'said', text, at: AT, newCase: 'c' })
        const local = effects
          .flatMap((e) => (e.type === 'say' ? (e.cites ?? []) : []))
          .filter((c) => c.region !== '全国')
        expect(local, text).toEqual([])
      }
    },
  )
})

describe('the voice', () => {
  const texts = [
    ...Object.values(bot.phrases).flat(),
    ...bot.flows.flatMap((f) => [
      f.opening,
      f.closing,
      ...[...fieldsOf(f).values()].flatMap((x) => [x.ask, x.why, x.effect ?? '']),
      ...f.steps.flatMap((s) => ('tell' in s ? s.says.map((t) => t.text) : [])),
    ]),
  ]

  it('never decides, promises or threatens', () => {
    expect(
      texts.filter((t) =>
        /一定(?:能|会|可以)?容错|肯定容错|构成诬告(?!陷害罪)|有罪|保证(?:会)?立案|后果自负|否则将|必须如实|从严/.test(
          t,
        ),
      ),
    ).toEqual([])
  })

  it('doubles no marks', () => {
    expect(texts.filter((t) => /。。|，，|。，|？？|：：/.test(t))).toEqual([])
  })
})

it('the printed cards are those of the forms as they stand', () => {
  for (const flow of bot.flows)
    expect(
      readFileSync(new URL(`../../bot/cards/${flow.id}.md`, import.meta.url), 'utf8'),
      `run print-cards: ${flow.id}`,
    ).toBe(card(flow, bot.rules, bot.clauses))
})
