#!/usr/bin/env node
// The sources are TypeScript; tsx reads them as they are, so what runs is what is checked in.
import { register } from 'tsx/esm/api'

// Whoever reads us may have read enough (`qingwen check | head`): then there is nobody left to tell, and that is no mistake.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))

register()
const { run } = await import('./index.ts')
process.exitCode = await run(process.argv.slice(2))
