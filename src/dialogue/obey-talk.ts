import { ask } from './ask.ts'
import { findingsOf, flowOf, openOf, openQuestions } from './form.ts'
import { choicesFor, labelOf } from './show.ts'
import type { About, Frame } from './types.ts'
import { phrase, say, type Work } from './work.ts'

// What is said about the question that is open, without an answer to it.

export function impossible(work: Work, why: string): void {
  const open = openOf(work.bot, work.state)
  say(work, phrase(work, 'impossible', { why, example: open?.field.example ?? '' }))
}

/** Why it is asked, an example, or the question again; each followed by the question in fewer words. */
export function explain(work: Work, what: 'why' | 'example' | 'repeat'): void {
  const open = openOf(work.bot, work.state)
  if (!open) {
    say(work, phrase(work, 'greet'))
    return
  }
  const { field } = open
  const cites = field.cite && work.bot.clauses[field.cite]?.region === '全国' ? [field.cite] : []
  if (what === 'why') say(work, `${field.why}\n${phrase(work, 'whyThen', { example: field.example })}`, cites)
  if (what === 'example') say(work, phrase(work, 'example', { example: field.example }))
  ask(work, open, true)
}

/** Somebody loses patience or asks how long it takes: how many questions are left at most, and how to stop. */
export function hurry(work: Work): void {
  const { frame } = work.state
  const left = frame ? openQuestions(work.bot, frame) : 0
  say(work, left > 0 ? phrase(work, 'hurry', { n: String(left) }) : phrase(work, 'hurryLast'))
}

/** A question about the assistant itself; in a form its question follows, else what could be said next. */
export function tellAbout(work: Work, { says, known, choices }: About): void {
  const told = (work.setting.knownBy === undefined ? undefined : known) ?? says
  const words = told[work.state.turn % told.length] ?? ''
  say(
    work,
    words.replaceAll('{by}', () => work.setting.knownBy ?? ''),
  )
  if (!work.state.frame && choices)
    work.question = { text: '', choices: choices.map((label) => ({ label, value: label })) }
}

/** Pressed for a verdict: who alone decides, and what helps them. */
export function noVerdict(work: Work): void {
  const { frame } = work.state
  const finding = frame ? findingsOf(work.bot, frame)[0] : undefined
  say(work, finding ? phrase(work, 'noVerdict', { decidedBy: finding.decidedBy }) : phrase(work, 'noVerdictYet'))
}

/** The retry ladder: an example, then the choices in short words, then skipping or a person. Never one sentence twice. */
export function miss(work: Work): void {
  const misses = work.state.misses + 1
  work.state = { ...work.state, misses }
  const open = openOf(work.bot, work.state)
  if (!open) {
    say(work, phrase(work, 'missOutside'))
    return
  }
  const flow = flowOf(work.bot, work.state.frame as Frame)
  const choices = choicesFor(open.field, work.state.frame?.answers ?? {})
  const { example } = open.field
  if (misses === 1) say(work, phrase(work, 'miss.1', { example }))
  else if (misses > 2) {
    say(work, phrase(work, 'miss.3'))
    work.events.push('handoff_offered')
  } else if (!choices) say(work, phrase(work, 'miss.2', { example }))
  else if (choices.length > 4) say(work, phrase(work, 'miss.2number', { n: String(choices.length) }))
  else say(work, phrase(work, 'miss.2choices', { choices: choices.map((c, n) => `${n + 1}. ${c.label}`).join('　') }))
  ask(work, open, true)
  if (misses === 1 || !work.question) return
  // The same question in the same words a third time tells a person that nobody listens.
  const short = open.field.short ?? open.field.ask
  const still = phrase(work, 'stillOpen', { label: labelOf(flow, open.path, work.state.frame?.answers), short })
  work.question = {
    ...work.question,
    text:
      choices && choices.length > 4 ? `${still}\n${choices.map((c, n) => `${n + 1}. ${c.label}`).join('\n')}` : still,
  }
}
