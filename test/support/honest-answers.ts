import { linesOf } from './lines.ts'

/** What people really answer, by flow and path. A path of a list stands for its opening question. Each must be taken as the answer. */
export const honest: Readonly<Record<string, readonly string[]>> = linesOf('test/dialogue/answers/honest.tsv').reduce<
  Record<string, string[]>
>((all, line) => {
  const [key = '', text = ''] = line.split('\t')
  all[key] = [...(all[key] ?? []), text]
  return all
}, {})
