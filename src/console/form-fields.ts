import type { Request } from 'express'

/** Fields of a form, each as text; what is missing or came twice is empty. */
export function fields<const N extends readonly string[]>(req: Request, ...names: N): { [K in keyof N]: string } {
  return names.map((name) => text(req.body?.[name])) as { [K in keyof N]: string } // one text for each name
}

export const text = (given: unknown): string => (typeof given === 'string' ? given : '')

/** A field that may come several times (check boxes), each value as text. */
export const every = (given: unknown): readonly string[] =>
  given === undefined ? [] : [given].flat().filter((each): each is string => typeof each === 'string')

/** Only our own pages: `//elsewhere` and `/console@elsewhere` are other hosts to a browser. */
export function ownPath(next: unknown): string {
  return typeof next === 'string' && /^\/console(?:[/?][\w\-./?=&%]*)?$/.test(next) ? next : '/console'
}
