import { arch, cpus, platform } from 'node:os'
import { likelyBench } from '../answer/likely-bench.ts'
import { trustBench } from '../answer/trust-bench.ts'
import { workBench } from '../cli/work-bench.ts'
import { alikeBench } from '../intake/alike-bench.ts'
import { vectorsBench } from '../search/vectors-bench.ts'
import { answersBench } from './answers.ts'
import { build } from './built.ts'
import { run as claims } from './claims.ts'
import { deskBench } from './desk.ts'
import { rebuildBench } from './rebuild.ts'
import { retrievalBench } from './retrieval.ts'
import { startBench } from './start.ts'
import { turnsBench } from './turns.ts'

/*
 * `npm run bench [part…]`: figures for a person to read. It fails when something does not work, never because something
 * was slow: how fast a machine is today is no fact about the house.
 */
const parts: Readonly<Record<string, () => Promise<string>>> = {
  // Without names all run, in this order: those that take seconds first, those at size last.
  start: startBench,
  answers: answersBench,
  claims: async () => (await claims()).join('\n'),
  turns: () => turnsBench(process.argv.filter((word) => word.startsWith('--cpu-prof'))),
  work: workBench,
  likely: async () => [await likelyBench(), await trustBench()].join('\n\n'),
  desk: () => deskBench(),
  duplicates: alikeBench,
  rebuild: rebuildBench,
  retrieval: retrievalBench,
  vectors: () => vectorsBench(),
}

const print = (text: string) => void process.stdout.write(`${text}\n\n`)
const wanted = process.argv.slice(2).filter((word) => word in parts)
print(`Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`)
build()
for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) print(await part())
