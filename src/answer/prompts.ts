import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'
import { z } from 'zod'
import { Fault } from '../base/index.ts'

/** What is said to a model before the values it works on, from prompts/<name>.md. */
export interface Prompt {
  readonly name: string
  /** The body, as it is; nothing is ever put into it. */
  readonly says: string
  /** Names of the values that go with it. */
  readonly inputs: readonly string[]
  /** JSON Schema of what is to come back. */
  readonly output: Readonly<Record<string, unknown>>
}

export interface Prompts {
  readonly answer: Prompt
  readonly provisional: Prompt
  readonly propose: Prompt
}

/** Files of the folder `prompts/`, by what they are for, and the values the program gives to each. */
const files = {
  answer: ['answer.md', ['question', 'passages']],
  provisional: ['provisional-answer.md', ['question']],
  propose: ['propose-command.md', ['said', 'field', 'commands']],
} as const satisfies Record<keyof Prompts, readonly [string, readonly string[]]>

const head = z.strictObject({
  purpose: z.string().min(4),
  inputs: z.record(z.string().regex(/^[a-z]+$/u), z.string().min(2)),
  output: z.looseObject({
    type: z.literal('object'),
    required: z.array(z.string()).min(1),
    properties: z.record(z.string(), z.looseObject({ type: z.string() })),
  }),
})

/** Reads all prompts. @throws Fault with everything that is wrong in them, each line naming file and word. */
export function readPrompts(dir: string): Prompts {
  const faults: string[] = []
  const read = (file: string, given: readonly string[]): Prompt => {
    const { prompt, faults: own } = readPrompt(file, source(join(dir, file)), given)
    faults.push(...own)
    return prompt
  }
  const [answer, provisional, propose] = [read(...files.answer), read(...files.provisional), read(...files.propose)]
  if (faults.length > 0) throw new Fault(faults)
  return { answer, provisional, propose }
}

/** @param given the values the program gives: the file must name these and no others. */
export function readPrompt(
  file: string,
  text: string | undefined,
  given: readonly string[],
): { readonly prompt: Prompt; readonly faults: readonly string[] } {
  const at = `prompts/${file}`
  const empty = { name: file.replace(/\.md$/u, ''), says: '', inputs: given, output: {} }
  if (text === undefined) return { prompt: empty, faults: [`${at}: 缺少这个文件`] }
  const [, front, body = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/u.exec(text) ?? []
  if (front === undefined) return { prompt: empty, faults: [`${at}: 开头要有两行 --- 夹着的说明`] }
  let raw: unknown
  try {
    raw = load(front, { schema: CORE_SCHEMA })
  } catch (error) {
    return { prompt: empty, faults: [`${at}: 开头不是合格的 YAML：${error instanceof Error ? error.message : ''}`] }
  }
  const parsed = head.safeParse(raw)
  if (!parsed.success)
    return {
      prompt: empty,
      faults: parsed.error.issues.map((i) => `${at}: ${i.path.join('.') || '开头'} 不对：${i.message}`),
    }
  const { inputs, output } = parsed.data
  const says = body.trim()
  const faults = [
    ...Object.keys(inputs).flatMap((name) => (given.includes(name) ? [] : [`${at}: inputs.${name} 不是程序会给的值`])),
    ...given.flatMap((name) => (name in inputs ? [] : [`${at}: inputs 缺少 ${name}`])),
    ...given.flatMap((name) => (says.includes(name) ? [] : [`${at}: 正文没有提到 ${name}`])),
    ...output.required.flatMap((name) =>
      name in output.properties ? [] : [`${at}: output.required 里的 ${name} 没有写格式`],
    ),
    // A hole in the text would invite somebody to fill it with what a person typed.
    ...(says.match(/\{\{\w+\}\}|\$\{\w+\}/gu) ?? []).map((hole) => `${at}: 正文里不能有空位 ${hole}，值另外给`),
    ...(says.length < 40 ? [`${at}: 正文太短`] : []),
  ]
  return { prompt: { ...empty, says, output }, faults }
}

function source(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
