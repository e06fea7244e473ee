import { judgeAll, measureOnPanel } from '../../../server/comparison/compare-brands.ts'
import { computeGrid } from '../../../server/comparison/compare-grid.ts'
import { detailOf } from '../../../server/comparison/detail/comparison-detail.ts'
import type { AdjustForMix } from '../../../server/comparison/draft.ts'
import { adjustForMix } from '../../../server/comparison/mix/adjust-for-mix.ts'
import { storedHoldings } from '../../../server/comparison/mix/stored-holdings.ts'
import { readPanel } from '../../../server/comparison/read-panel.ts'
import { updateCutovers } from '../../../server/comparison/update-cutovers.ts'
import { catalog } from '../../../server/metrics/catalog.ts'
import { refreshRollups } from '../../../server/store/rollups.ts'
import type { LargeAccount } from './large-account.ts'
import { createLargeAccount } from './large-account.ts'

/** Fifty brands over two years, eighty conversations a day each; smaller ones by the environment. */
const size = {
  brands: Number(process.env.BENCH_COMPARISON_BRANDS ?? 50),
  days: Number(process.env.BENCH_COMPARISON_DAYS ?? 730),
  perDay: Number(process.env.BENCH_COMPARISON_PER_DAY ?? 80),
}
const everything = { brandIds: 'all', metrics: 'all' } as const
/** States and effects, without anything that only stands beside them. */
const headlineOnly = { adjust: () => ({ kind: 'not_applicable' }) as const, check: () => [] }
const ONE_METRIC = 'first_reply'

/**
 * How long the comparison takes: the sums of each day, the headline cells, and everything that stands behind them.
 * Processor time of this process, which other work on the machine lengthens less than the clock's.
 */
export function comparison(): string[] {
  const { value: account, line: built } = timed('built', () => createLargeAccount(size))
  try {
    return [
      `${size.brands} brands, ${size.days} days, ${account.conversations.toLocaleString('en')} conversations`,
      built,
      ...timeSums(account),
      ...timeQuestions(account),
      timed('the whole grid, as the jobs compute it', () => computeGrid(account.db, account.now)).line,
    ]
  } finally {
    account.close()
  }
}

function timeSums({ db }: LargeAccount): string[] {
  const {
    value: days,
    line,
    seconds,
  } = timed('daily sums', () => {
    let sum = 0
    for (let done = 1; done > 0; sum += done) done = refreshRollups(db, 100)
    return sum
  })
  const cutovers = timed('cutovers', () => updateCutovers(db))
  return [`${line}: ${((seconds * 1000) / days).toFixed(2)} ms for each day of a brand`, cutovers.line]
}

function timeQuestions({ db, now }: LargeAccount): string[] {
  const { value: panel, line: brands } = timed('brands', () => readPanel(db, { now }))
  const facts = timed('daily facts of all metrics', () => {
    for (const { key } of catalog) for (const { brand } of panel.brands) panel.factsOf(brand.id, key)
  })
  const headline = timed('headline cells', () =>
    judgeAll(measureOnPanel(panel, everything, headlineOnly).map(({ draft }) => draft)),
  )
  const readKinds = storedHoldings(db)
  const adjust: AdjustForMix = (moved, rung) => adjustForMix(moved, rung, readKinds)
  const mixed = timed('the same with the mix of conversations', () =>
    measureOnPanel(panel, everything, { adjust }),
  )
  const details = timed('details of all cells', () => {
    for (const { draft } of mixed.value) if (draft.kind === 'estimated') detailOf(draft)
  })
  const [first] = panel.brands
  const measureOne = () =>
    measureOnPanel(panel, { brandIds: [first.brand.id], metrics: [ONE_METRIC] }, { adjust })
  const one = timed('one brand and metric, its kinds of conversation still to be read', measureOne)
  const again = timed('the same when they are read', measureOne)
  const estimated = mixed.value.filter(({ draft }) => draft.kind === 'estimated').length
  return [
    `${mixed.value.length} cells, of which ${estimated} have an estimate`,
    ...[brands, facts.line, headline.line, mixed.line, details.line, one.line, again.line],
  ]
}

function timed<Value>(name: string, work: () => Value): { value: Value; seconds: number; line: string } {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  return { value, seconds, line: `${name}: ${seconds.toFixed(seconds < 1 ? 3 : 1)} s` }
}
