import { Refused } from '../base/index.ts'
import { compose, docxOf, type Material, offered, type Paper } from '../documents/index.ts'
import { type Case, localUnit } from '../runtime/index.ts'
import type { Download } from './file-view.ts'
import type { ConsoleOptions } from './options.ts'

type Options = Pick<ConsoleOptions, 'papers' | 'identity' | 'flows' | 'kinds' | 'clauses' | 'store' | 'now'>

/** The official papers a case can be made into as it stands. */
export function papersOf(found: Case, options: Options): readonly { readonly id: string; readonly title: string }[] {
  const material = materialOf(found, options, '')
  return options.papers.filter((paper) => offered(paper, material)).map(({ id, title }) => ({ id, title }))
}

/**
 * One paper of a case that was opened; without an `id` the first it has. Who reported stays sealed on it.
 *
 * @throws Refused `notFound`, the same for a paper that is not offered and one that never was.
 */
export async function paperOf(found: Case, id: string | undefined, options: Options): Promise<Paper> {
  const units = await options.store.units.list()
  const unit = units.find((each) => each.id === found.unit)
  // Under a new house's own name no letter goes out.
  const named = unit && !(unit.id === localUnit && unit.name === '本单位')
  const material = materialOf(found, options, named ? unit.name : '（机关名称）')
  const kind = options.papers.find((paper) => (id === undefined || paper.id === id) && offered(paper, material))
  if (!kind) throw new Refused('notFound')
  return compose(kind, material)
}

/** A paper as a download, under a name made of number and kind. */
export async function docxFile(paper: Paper): Promise<Download> {
  return { name: paper.file, type: docxType, bytes: await docxOf(paper) }
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function materialOf(found: Case, { flows, kinds, clauses, identity, now }: Options, office: string): Material {
  const own = flows.filter(({ id }) => id === found.form.flow)
  return {
    case: found,
    flow: own.find(({ edition }) => edition === found.form.edition) ?? own.at(-1),
    kind: kinds.find(({ id }) => id === found.kind),
    clauses,
    office,
    today: now().slice(0, 10),
    identityPaths: identity[found.form.flow] ?? [],
  }
}
