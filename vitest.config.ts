import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

// Tests run far from Seoul and from UTC, so that a forgotten zone fails on every machine.
process.env.TZ = 'America/Los_Angeles'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build-once.ts'],
    pool: 'forks',
    // Nothing is mocked, and no file leaves anything behind: loading the program anew for each takes longer than most tests.
    isolate: false,
    // Worlds, pages and rows are many small things that do not live long.
    execArgv: ['--max-semi-space-size=64'],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
