import { run } from '../../src/cli/index.ts'

/** One command line of `npx qingwen`, run in this process: what it printed, where, and its exit code. */
export async function command(...words: readonly string[]): Promise<{ code: number; out: string; complaint: string }> {
  const out: string[] = []
  const complaint: string[] = []
  const code = await run(words, {
    print: (line) => void out.push(line),
    complain: (line) => void complaint.push(line),
  })
  return { code, out: out.join('\n'), complaint: complaint.join('\n') }
}
