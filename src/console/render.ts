import { fileURLToPath } from 'node:url'
import { Eta } from 'eta'
import type { Response } from 'express'
import type { Signed } from './session.ts'

const views = fileURLToPath(new URL('./pages', import.meta.url))
const eta = new Eta({ views, cache: true, autoEscape: true })

/** Titles hold no names and no content: they end up in histories, screenshots and window lists. */
export interface Page {
  readonly title: string
  /** Absent on the pages before signing in. */
  readonly signed?: Signed | undefined
  readonly [part: string]: unknown
}

/** Sends one page. Every value is escaped by the template engine; no template writes raw values. */
export function render(res: Response, template: string, page: Page, status = 200): void {
  res
    .status(status)
    .type('html')
    .send(eta.render(`./${template}`, { ...words, ...page }))
}

/** `2026-11-23 09:30`, as offices write it. */
const moment = (at: string) => at.slice(0, 16).replace('T', ' ')
const day = (at: string) => at.slice(0, 10)
const words = { moment, day }
