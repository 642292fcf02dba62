import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Somebody who has a keyboard and no mouse. */
export interface Hands {
  /** Walks with Tab until what has the focus says so. @throws Error after 120 steps: it cannot be reached. */
  tabTo(says: string): Promise<void>
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  /** Presses Enter and waits for the page that comes of it. */
  enter(path: RegExp): Promise<void>
  /** The name of what has the focus. */
  at(): Promise<string>
  /** Whether a ring is drawn round it. */
  ringed(): Promise<boolean>
  /** Everything that was done with a pointer; nothing, or the test proves nothing. */
  pointed(): Promise<number>
}

export async function hands(page: Page): Promise<Hands> {
  await page.addInitScript(() => {
    addEventListener(
      'pointerdown',
      () => localStorage.setItem('pointed', `${Number(localStorage.getItem('pointed')) + 1}`),
      true,
    )
  })
  const at = () =>
    page.evaluate(() => {
      const here = document.activeElement
      if (!(here instanceof HTMLElement) || here === document.body) return ''
      const label =
        here.getAttribute('aria-label') ?? ('labels' in here ? (here as HTMLInputElement).labels?.[0]?.textContent : '')
      return (label || here.textContent || '').replace(/\s+/g, ' ').trim()
    })
  return {
    at,
    async tabTo(says) {
      for (let steps = 0; steps < 120; steps++) {
        if ((await at()).includes(says)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`not reached with Tab: ${says}`)
    },
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    async enter(path) {
      // The address may be the one that is here already, so the loading is what is waited for.
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
      await page.waitForURL(path)
    },
    ringed: () =>
      page.evaluate(() => {
        const style = getComputedStyle(document.activeElement ?? document.body)
        return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
      }),
    pointed: () => page.evaluate(() => Number(localStorage.getItem('pointed'))),
  }
}

/** What axe finds on a page as it is served: its script goes in past the page's own policy, which stays on. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof import('axe-core') } // put there just now
    const { violations } = await checker.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
  })
}
