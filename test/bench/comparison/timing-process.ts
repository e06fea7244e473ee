// Times the comparison of a large account, compiled as it is in production, and prints what each part of it took:
// processor time of this process, which other work on the machine lengthens less than the clock's, and how many times
// one pass over the daily rows that is.
import { judgeAll, measureOnPanel } from '../../../server/comparison/compare-brands.ts'
import { gridRows } from '../../../server/comparison/compare-grid.ts'
import { adjustForMix } from '../../../server/comparison/mix/adjust-for-mix.ts'
import { storedHoldings } from '../../../server/comparison/mix/stored-holdings.ts'
import { readPanel } from '../../../server/comparison/read-panel.ts'
import { updateCutovers } from '../../../server/comparison/update-cutovers.ts'
import { catalog } from '../../../server/metrics/catalog.ts'
import type { Database } from '../../../server/store/database.ts'
import { refreshRollups } from '../../../server/store/rollups.ts'
import type { LargeAccount } from './large-account.ts'
import { createLargeAccount } from './large-account.ts'

const size = {
  brands: Number(process.env.BENCH_COMPARISON_BRANDS ?? 50),
  days: Number(process.env.BENCH_COMPARISON_DAYS ?? 730),
  perDay: Number(process.env.BENCH_COMPARISON_PER_DAY ?? 80),
}
const everything = { brandIds: 'all', metrics: 'all' } as const
/** States and effects, without anything that only stands beside them. */
const headlineOnly = { adjust: () => ({ kind: 'not_applicable' }) as const, check: () => [] }
const ONE_METRIC = 'first_reply'

const account = createLargeAccount(size)
try {
  const { brands, days } = size
  console.log(`${brands} brands, ${days} days, ${account.conversations.toLocaleString('en')} conversations`)
  timeSums(account)
  timeQuestions(account, timeOnePass(account.db))
} finally {
  account.close()
}

function timeSums({ db }: LargeAccount): void {
  const sums = timed(() => {
    let days = 0
    for (let done = 1; done > 0; days += done) done = refreshRollups(db, 100)
    return days
  })
  const perDay = ((sums.seconds * 1000) / sums.value).toFixed(2)
  console.log(`daily sums: ${shown(sums.seconds)}, ${perDay} ms for each day of a brand`)
  console.log(`cutovers: ${shown(timed(() => updateCutovers(db)).seconds)}`)
}

/** What everything is made of, each row taken once as it lies there. */
function timeOnePass(db: Database): number {
  const read = (rows: IterableIterator<unknown>) => {
    let count = 0
    while (!rows.next().done) count++
    return count
  }
  const { value, seconds } = timed(
    () =>
      read(db.prepare('select brand_id, metric, day, source, n, numerator from rollup_day').raw().iterate()) +
      read(db.prepare('select brand_id, metric, day, source, seconds from rollup_duration').raw().iterate()),
  )
  console.log(`one pass over ${value.toLocaleString('en')} daily rows: ${shown(seconds)}`)
  return seconds
}

function timeQuestions({ db, now }: LargeAccount, onePass: number): void {
  const print = (name: string, seconds: number) =>
    console.log(`${name}: ${shown(seconds)}, ${(seconds / onePass).toFixed(2)} times one pass`)
  const { value: panel, seconds: brands } = timed(() => readPanel(db, { now }))
  print('brands', brands)
  const facts = timed(() => {
    for (const { key } of catalog) for (const { brand } of panel.brands) panel.factsOf(brand.id, key)
  })
  print('daily facts of all metrics', facts.seconds)
  const headline = timed(() =>
    judgeAll(measureOnPanel(panel, everything, headlineOnly).map(({ draft }) => draft)),
  )
  const estimated = headline.value.filter(({ effect }) => effect !== null).length
  console.log(`${headline.value.length} cells, of which ${estimated} have an estimate`)
  print('headline cells from the daily facts', headline.seconds)
  print('headline cells altogether', brands + facts.seconds + headline.seconds)

  const [first] = panel.brands
  const readKinds = storedHoldings(db)
  const one = timed(() =>
    measureOnPanel(
      panel,
      { brandIds: [first.brand.id], metrics: [ONE_METRIC] },
      { adjust: (moved, rung) => adjustForMix(moved, rung, readKinds) },
    ),
  )
  print('one brand and metric, its kinds of conversation still to be read', one.seconds)
  const again = timed(() =>
    measureOnPanel(panel, { brandIds: [first.brand.id], metrics: [ONE_METRIC] }, headlineOnly),
  )
  print('one brand and metric, headline only', again.seconds)
  print('the whole grid, with checks, sensitivities and mixes', timed(() => gridRows(db, now)).seconds)
}

function timed<Value>(work: () => Value): { value: Value; seconds: number } {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return { value, seconds: (user + system) / 1e6 }
}

function shown(seconds: number): string {
  return `${seconds.toFixed(seconds < 1 ? 3 : 1)} s`
}
