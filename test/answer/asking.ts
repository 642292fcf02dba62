import { fileURLToPath } from 'node:url'
import { answers } from '../../bot/answers.ts'
import { doors } from '../../bot/doors.ts'
import { openAnswerer } from '../../src/answer/index.ts'
import { loadLibrary } from '../../src/knowledge/index.ts'

export const library = loadLibrary(fileURLToPath(new URL('../../knowledge', import.meta.url)))
export const today = '2026-11-23'
export const answerer = openAnswerer({
  library,
  doors,
  phrases: answers,
  flows: ['report', 'tolerance-check', 'false-accusation'],
})

/** Asks the whole house's answerer: real texts, real doors, no model. */
export function ask(text: string, area?: string, more: { sideBySide?: boolean } = {}) {
  return answerer.answer({ text, today, ...(area ? { area } : {}), ...more })
}
