import { fileURLToPath } from 'node:url'
import { answers } from '../../bot/answers.ts'
import { doors } from '../../bot/doors.ts'
import { openAnswerer } from '../../src/answer/index.ts'
import type { Found } from '../../src/dialogue/index.ts'
import { loadLibrary } from '../../src/knowledge/index.ts'
import type { Before } from '../../src/runtime/index.ts'

export const library = loadLibrary(fileURLToPath(new URL('../../knowledge', import.meta.url)))
export const today = '2026-11-23'
export const flows = [
  'report',
  'tolerance-check',
  'false-accusation',
  'risk-filing',
  'tolerance-application',
  'exoneration',
  'accountability',
  'revisit',
  'quiz',
  'hand-over',
]
export const answerer = openAnswerer({ library, doors, phrases: answers, flows })

/** Asks the whole house's answerer: real texts, real doors, no model. */
export function ask(text: string, area?: string, more: { sideBySide?: boolean; before?: Before } = {}) {
  return answerer.answer({ text, today, ...(area ? { area } : {}), ...more })
}

/** Asks one question after another, each with the one before it, as a conversation keeps them. @returns the last answer. */
export async function talk(area: string | undefined, ...questions: readonly string[]): Promise<Found> {
  let before: Before | undefined
  let found: Found | undefined
  for (const question of questions) {
    found = await ask(question, area, before ? { before } : {})
    const asked = found.asked ?? { question, ...(area ? { area } : {}) }
    before = { ...asked, cites: found.cites.map((c) => c.id) }
  }
  if (!found) throw new Error('talk needs at least one question')
  return found
}
