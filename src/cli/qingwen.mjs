#!/usr/bin/env node
// The sources are TypeScript; tsx reads them as they are, so what runs is what is checked in.
import { register } from 'tsx/esm/api'

register()
const { run } = await import('./index.ts')
process.exitCode = await run(process.argv.slice(2))
