import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Fault, Refused } from '../../base/index.ts'
import { type Charset, charsets } from '../../extract/index.ts'
import { type Given, sayables } from '../../publishing/index.ts'
import type { TextNeed, TextSays } from '../../runtime/index.ts'
import type { Call } from '../call.ts'
import { atLibrary, doer, type LibraryDesk } from './library-desk.ts'
import { needWords, titleOf } from './words.ts'

/** What became of one file. `code` is stable. */
interface Result {
  readonly file: string
  readonly outcome: 'published' | 'waiting' | 'missing' | 'refused'
  readonly id?: string
  readonly text?: string
  readonly edition?: number
  /** How many digest clauses it carries. */
  readonly carried?: number
  readonly says?: TextSays
  readonly missing?: readonly TextNeed[]
  readonly notes?: readonly string[]
  readonly code?: string
  readonly message: string
}

/** Takes files in, each by itself: one that is bad stops no other. */
export async function ingest(call: Call): Promise<number> {
  const files = call.words
  if (files.length === 0) throw new Fault(['请写上要收的文件：npx qingwen ingest 办法.docx --region 许昌市'])
  const given: Given = Object.fromEntries(
    sayables.flatMap((name) => (typeof call.options[name] === 'string' ? [[name, String(call.options[name])]] : [])),
  )
  if (files.length > 1 && (given.title ?? given.number ?? given.of) !== undefined)
    throw new Fault(['--title、--number、--of 只说得清一份文件，请一份一份地收。'])
  const charset = charsetOf(call)
  const { direct, results } = await atLibrary(async (desk) => {
    const by = await doer(call, desk)
    const results: Result[] = []
    for (const file of files) {
      const result = await takeIn(desk, file, given, by, charset)
      results.push(result)
      if (!call.options['json']) call.print(`${file}：${result.message}`)
    }
    return { direct: by === 'system', results }
  })
  if (call.options['json']) call.print(JSON.stringify({ direct, results }))
  else if (direct && results.some(({ outcome }) => outcome === 'published'))
    call.print('还没有工作人员账号，所以直接发布了，台账里有记录。添加账号以后，发布要两个人。')
  return results.every(({ outcome }) => outcome === 'published' || outcome === 'waiting') ? 0 : 1
}

function charsetOf(call: Call): Charset | undefined {
  const asked = call.options['charset']
  if (asked === undefined) return undefined
  const charset = charsets.find((each) => each === String(asked).toLowerCase())
  if (!charset) throw new Fault([`--charset 只能是 ${charsets.join('、')}`])
  return charset
}

async function takeIn(
  { press }: LibraryDesk,
  file: string,
  given: Given,
  by: string,
  charset: Charset | undefined,
): Promise<Result> {
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) return refused(file, 'unreadable', '读不了，请检查路径对不对、有没有权限。')
  try {
    const named = { name: basename(file), bytes }
    const come = await press.propose(named, given, by, charset === undefined ? {} : { charset })
    if (come.type === 'wrong') return refused(file, 'textSays', come.wrong.join(' '))
    if (come.type === 'missing')
      return { file, outcome: 'missing', ...come, message: `没有收下，${needWords(come.missing)}` }
    const { id, revision } = come.row
    const row = by === 'system' ? (await press.publish({ id, revision, by })).row : come.row
    const published = row.state === 'published'
    const { says, carried, text, edition } = row
    const face = { id, says, carried, notes: come.notes, ...(text ? { text } : {}), ...(edition ? { edition } : {}) }
    const message = [
      `${titleOf(row)}${published ? `已发布，编号 ${text} 第 ${edition} 版` : `收下了，等另一个人核对，编号 ${id}`}。`,
      carried > 0 ? `对上了摘要里的 ${carried} 条。` : '没有和摘要对上的条款。',
      ...come.notes,
    ].join('')
    return { file, outcome: published ? 'published' : 'waiting', ...face, message }
  } catch (error) {
    if (error instanceof Refused) return refused(file, error.code, error.message)
    throw error
  }
}

const refused = (file: string, code: string, message: string): Result => ({ file, outcome: 'refused', code, message })
