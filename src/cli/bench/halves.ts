import type { BeirQuestion } from './beir.ts'

/** Two halves of the questions, each learned from while the other is asked. `apart`: no clause answers questions of both halves. */
export function halves(questions: readonly BeirQuestion[], apart: boolean): readonly [BeirQuestion[], BeirQuestion[]] {
  const sides: readonly [BeirQuestion[], BeirQuestion[]] = [[], []]
  const groups = apart ? connected(questions) : shuffled(questions).map((question) => [question])
  // The largest first, always to the smaller side, so that both end alike.
  for (const group of groups.sort((a, b) => b.length - a.length))
    (sides[0].length <= sides[1].length ? sides[0] : sides[1]).push(...group)
  return sides
}

/** Questions that share a clause, or share one with a question that does, stay together. */
function connected(questions: readonly BeirQuestion[]): BeirQuestion[][] {
  const groups = new Map<string, BeirQuestion[]>()
  for (const question of questions) {
    const group = [question]
    for (const id of question.gold)
      for (const other of groups.get(id) ?? []) if (!group.includes(other)) group.push(other)
    for (const member of group) for (const id of member.gold) groups.set(id, group)
  }
  return [...new Set(groups.values())]
}

/** By a hash of the id: neighbours in a file are about the same thing, and a fixed order can be repeated. */
function shuffled(questions: readonly BeirQuestion[]): BeirQuestion[] {
  const hash = (id: string) =>
    [...id].reduce((sum, c) => Math.imul(sum ^ (c.codePointAt(0) ?? 0), 0x0100_0193), 0x811c_9dc5)
  const key = (id: string) => Math.imul(hash(id) ^ (hash(id) >>> 13), 0x9e37_79b1) >>> 0
  return [...questions].sort((a, b) => key(a.id) - key(b.id) || (a.id < b.id ? -1 : 1))
}
