import type { Answer } from '../flow/index.ts'
import { fill, flowOf } from './form.ts'
import { wayOut } from './setting.ts'
import type { Frame } from './types.ts'
import { phrase, say, type Work } from './work.ts'

/**
 * Writes answers into the open form. `shownBack`: the paths to be read back to the person.
 *
 * @returns false if one of them would make the form unnamed where the channel knows who writes: then nothing is written,
 * and the person is told the way out.
 */
export function write(work: Work, answers: Readonly<Record<string, Answer>>, shownBack: readonly string[]): boolean {
  const before = frameOf(work)
  const { anonymous } = flowOf(work.bot, before)
  const signs = anonymous && answers[anonymous.field]
  if (signs && work.setting.knownBy !== undefined && !(signs.is === 'given' && signs.value === anonymous.named)) {
    say(work, phrase(work, 'known.noAnonymous', wayOut(work)))
    return false
  }
  const frame = fill(work.bot, before, answers)
  const derived = Object.keys(frame.answers).filter((p) => !(p in answers) && frame.answers[p] !== before.answers[p])
  work.state = { ...work.state, frame, misses: 0 }
  work.filled.push(...shownBack, ...derived)
  return true
}

/** @throws Error if no form is open: only commands that need one may come here. */
export function frameOf(work: Work): Frame {
  if (!work.state.frame) throw new Error('a form command came without an open form')
  return work.state.frame
}
