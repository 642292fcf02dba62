import { Refused } from '../base/index.ts'
import type { Charset, Given, Proposed, Review } from '../publishing/index.ts'
import { has, type Officer, type TextRow } from '../runtime/index.ts'
import type { Download } from './file-view.ts'
import type { ConsoleOptions } from './options.ts'
import { keepsTexts } from './text-keeper.ts'

/** Which proposal, at which revision somebody saw it. */
export interface TextPlace {
  readonly id: string
  readonly revision: number
}

/**
 * What an officer can do with texts, once for the pages and the API. @throws Refused `notFound` for a role that has no
 * business here, `forbidden` where it may only look, and what `Press` refuses.
 */
export interface TextDesk {
  list(officer: Officer): Promise<{ readonly rows: readonly TextRow[]; readonly keeps: boolean }>
  review(officer: Officer, id: string): Promise<{ readonly review: Review; readonly keeps: boolean }>
  file(officer: Officer, id: string): Promise<Download>
  /** Asked before an upload is read. */
  mayKeep(officer: Officer): Promise<void>
  propose(
    officer: Officer,
    file: { readonly name: string; readonly bytes: Uint8Array },
    given: Given,
    charset: Charset | undefined,
  ): Promise<Proposed>
  amend(officer: Officer, place: TextPlace, given: Given): Promise<TextRow | { readonly wrong: readonly string[] }>
  strike(
    officer: Officer,
    place: TextPlace,
    match: { readonly clause: string; readonly passage: string },
  ): Promise<TextRow>
  publish(officer: Officer, place: TextPlace): Promise<{ readonly row: TextRow; readonly revision: number }>
  withdraw(officer: Officer, place: TextPlace): Promise<TextRow>
}

export function openTextDesk({ store, press }: Pick<ConsoleOptions, 'store' | 'press'>): TextDesk {
  /** @returns whether the officer may also act. */
  async function look(officer: Officer): Promise<boolean> {
    if (!has(officer, '政策', '系统管理')) throw new Refused('notFound')
    return keepsTexts(officer, await store.officers.list())
  }
  async function keep(officer: Officer): Promise<void> {
    if (!(await look(officer))) throw new Refused('forbidden')
  }
  const by = ({ id }: Officer) => `officer:${id}`

  return {
    async list(officer) {
      const keeps = await look(officer)
      return { rows: await press.list(), keeps }
    },
    async review(officer, id) {
      const keeps = await look(officer)
      return { review: await press.review(id), keeps }
    },
    async file(officer, id) {
      await look(officer)
      return { ...(await press.file(id)), type: 'application/octet-stream' }
    },
    mayKeep: keep,
    async propose(officer, file, given, charset) {
      await keep(officer)
      const more = { incomplete: true, ...(charset === undefined ? {} : { charset }) }
      return press.propose(file, given, by(officer), more)
    },
    async amend(officer, place, given) {
      await keep(officer)
      return press.amend({ ...place, by: by(officer) }, given)
    },
    async strike(officer, place, match) {
      await keep(officer)
      return press.strike({ ...place, by: by(officer) }, match)
    },
    async publish(officer, place) {
      await keep(officer)
      return press.publish({ ...place, by: by(officer) })
    },
    async withdraw(officer, place) {
      await keep(officer)
      return press.withdraw({ ...place, by: by(officer) })
    },
  }
}
