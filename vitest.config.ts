import { defineConfig } from 'vitest/config'

/** Everything that needs no browser. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'node_modules/**'],
    pool: 'forks',
    // Two at a time: on the two cores this is meant for, the default runs one file after another.
    maxWorkers: 2,
    // Tests that start processes or databases need more than the usual five seconds on a busy machine.
    testTimeout: 60_000,
  },
})
