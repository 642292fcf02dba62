import { openContent } from '../../src/assembly.ts'

/** The real content, read once: the flows, rules and phrases of bot/ with the clauses and places of knowledge/. */
export const { bot } = openContent()
