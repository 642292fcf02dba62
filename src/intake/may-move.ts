import type { CaseKind, Move } from './case-kind.ts'
import type { Post } from './posts.ts'

/** Desks of the console, as roles of officers. */
export type DeskRole = '受理' | '承办' | '复核'

/**
 * Whether an officer may make a move or write it down. Bodies outside the console (班子, 分管领导, 常委会 …) decide at their
 * own table: what they decided is written down by whoever works the case, or who receives cases.
 *
 * @param officer their roles; an officer without any of the three makes no move at all.
 */
export function mayMove(kind: CaseKind, move: Move, officer: { readonly roles: readonly string[] }): boolean {
  return kind.moves.includes(move) && move.by.some((post) => desks[post].some((role) => officer.roles.includes(role)))
}

const writers: readonly DeskRole[] = ['受理', '承办']

const desks: Readonly<Record<Post, readonly DeskRole[]>> = {
  受理人员: ['受理'],
  承办人员: ['承办'],
  复核人员: ['复核'],
  申请单位: writers,
  班子: writers,
  '党组（党委）': writers,
  分管领导: writers,
  本机关主要负责人: writers,
  上级机关: writers,
  监督检查室: ['承办'],
  会商: writers,
  常委会: writers,
}
