import { execFile } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { sources } from './sources.ts'

/** What dependency-cruiser found of the house standing in a folder. */
export interface Rooms {
  /** Files of ours that were read. */
  readonly modules: number
  /** Source files that were not read: a checker that cannot parse them finds nothing and says that all is well. */
  readonly unread: readonly string[]
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[]
}

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Holds the imports of `folder` against its `.dependency-cruiser.cjs`. */
export async function rooms(folder: string = project): Promise<Rooms> {
  const program = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const parts = ['bot', 'src', 'test'].filter((part) => sources(folder, [part]).length > 0)
  if (parts.length === 0) return { modules: 0, unread: [], violations: [] }
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...parts]
  const output = await new Promise<string>((resolve, reject) => {
    // Its exit code is the number of violations; only an empty answer means that it failed.
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 << 20 }, (_error, out, complaint) =>
      out === '' ? reject(new Error(complaint)) : resolve(out),
    )
  })
  const { modules, summary } = JSON.parse(output) as Cruise
  const read = new Set(modules.map((each) => each.source))
  return {
    modules: [...read].filter((file) => /^(bot|src|test)\//.test(file)).length,
    unread: sources(folder, parts).filter((file) => !read.has(file)),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}

/** The part of dependency-cruiser's answer that is read here. */
interface Cruise {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { readonly name: string }
    }[]
  }
}

/** Whether the walls stand: something was read, all of it, and nothing was found. */
export function holds({ modules, unread, violations }: Rooms): boolean {
  return modules > 0 && unread.length === 0 && violations.length === 0
}

async function command(): Promise<number> {
  const found = await rooms()
  const { modules, unread, violations } = found
  const lines = [
    ...violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`),
    ...unread.map((file) => `not read: ${file}`),
    `${modules} modules cruised, ${violations.length} violations, ${unread.length} files not read`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return holds(found) ? 0 : 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href)
  process.exitCode = await command()
