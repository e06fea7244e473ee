import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageDirectory, readSources } from './package-files.ts'
import { findLayerViolations } from './layer-rules.ts'

describe('layers', () => {
  it('every import of this package goes downward', async () => {
    expect(await findLayerViolations(packageDirectory, ['server', 'jobs', 'client', 'test'])).toEqual([])
  })

  it('the environment is read in one place', () => {
    const readers = readSources(['server', 'jobs', 'client'])
      .filter(({ text }) => text.includes('process.env'))
      .map(({ path }) => path)

    expect(readers.filter((path) => path !== 'server/main.ts')).toEqual(['server/platform/config.ts'])
  })
})

describe('the layer rule catches', () => {
  const broken: [what: string, files: Record<string, string>, violation: string][] = [
    [
      'a lower layer importing a higher one',
      {
        'server/periods/day.ts': "import { rows } from '../store/rows.ts'\nexport const day = rows",
        'server/store/rows.ts': 'export const rows = 1',
      },
      'layer-periods: server/periods/day.ts → server/store/rows.ts',
    ],
    [
      'a type imported upward',
      {
        'server/statistics/mean.ts':
          "import type { Row } from '../store/rows.ts'\nexport const mean = (row: Row) => row",
        'server/store/rows.ts': 'export type Row = number',
      },
      'layer-statistics: server/statistics/mean.ts → server/store/rows.ts',
    ],
    [
      'a page importing a job',
      {
        'server/http/page.ts': "import { sync } from '../../jobs/sync.ts'\nexport const page = sync",
        'jobs/sync.ts': 'export const sync = 1',
      },
      'layer-web: server/http/page.ts → jobs/sync.ts',
    ],
    [
      'a job importing a page',
      {
        'jobs/sync.ts': "import { page } from '../server/http/page.ts'\nexport const sync = page",
        'server/http/page.ts': 'export const page = 1',
      },
      'layer-jobs: jobs/sync.ts → server/http/page.ts',
    ],
    [
      'the network importing SQL',
      {
        'jobs/zendesk/client.ts':
          "import { rows } from '../../server/store/rows.ts'\nexport const client = rows",
        'server/store/rows.ts': 'export const rows = 1',
      },
      'layer-zendesk: jobs/zendesk/client.ts → server/store/rows.ts',
    ],
    [
      'the browser importing the store',
      {
        'client/page.ts': "import { rows } from '../server/store/rows.ts'\nexport const page = rows",
        'server/store/rows.ts': 'export const rows = 1',
      },
      'layer-client: client/page.ts → server/store/rows.ts',
    ],
    [
      'the browser importing more than types of the contract',
      {
        'client/page.ts': "import { keys } from '../server/contract.ts'\nexport const page = keys",
        'server/contract.ts': 'export const keys = 1',
      },
      'client-takes-only-types-of-the-contract: client/page.ts → server/contract.ts',
    ],
    [
      'a test imported by the program',
      {
        'server/http/page.ts': "import { world } from '../../test/world.ts'\nexport const page = world",
        'test/world.ts': 'export const world = 1',
      },
      'only-tests-import-tests: server/http/page.ts → test/world.ts',
    ],
    [
      'a pure folder reaching for node',
      {
        'server/text/format.ts': "import { readFileSync } from 'node:fs'\nexport const format = readFileSync",
      },
      'pure-means-no-node: server/text/format.ts → fs',
    ],
    [
      'a context that is found instead of passed',
      {
        'server/report/build.ts': "import { context } from '../context.ts'\nexport const build = context",
        'server/context.ts': 'export const context = 1',
      },
      'context-is-passed: server/report/build.ts → server/context.ts',
    ],
    [
      'a circle',
      {
        'server/store/first.ts': "import { second } from './second.ts'\nexport const first = () => second",
        'server/store/second.ts': "import { first } from './first.ts'\nexport const second = () => first",
      },
      'no-circles: server/store/first.ts → server/store/second.ts',
    ],
    [
      'a file in no layer',
      {
        'server/leftover.ts': "import { rows } from './store/rows.ts'\nexport const leftover = rows",
        'server/store/rows.ts': 'export const rows = 1',
      },
      'every-file-has-a-layer: server/leftover.ts → server/store/rows.ts',
    ],
  ]

  it.each(broken)('%s', async (_what, files, violation) => {
    expect(await violationsIn(files)).toContain(violation)
  })

  it('nothing in a tree that keeps the rules', async () => {
    const files = {
      'server/main.ts': "import { context } from './context.ts'\nexport const main = context",
      'server/context.ts': "import { rows } from './store/rows.ts'\nexport const context = rows",
      'server/store/rows.ts': "import { day } from '../periods/day.ts'\nexport const rows = day",
      'server/periods/day.ts': 'export const day = 1',
      'test/demo.ts': "import { main } from '../server/main.ts'\nexport const demo = main",
    }

    expect(await violationsIn(files)).toEqual([])
  })
})

async function violationsIn(files: Record<string, string>): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'cutover-layers-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(directory, dirname(path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
  try {
    return await findLayerViolations(directory, [
      ...new Set(Object.keys(files).map((path) => path.split('/')[0])),
    ])
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
