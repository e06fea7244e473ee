import type { JudgedCell, JudgedReport } from './judged-reports.ts'

const called = ['improved', 'worse', 'higher', 'lower']

/** Of intervals: how many hold the truth. */
export type Held = { of: number; held: number; medianWidth: number }

export function isCalled({ cell }: JudgedCell): boolean {
  return called.includes(cell.state)
}

/** A change is called that is none, or one in the other direction than the truth. */
export function isFalseCall(one: JudgedCell): boolean {
  const truth = one.estimated?.truth ?? 0
  return isCalled(one) && (truth === 0 || Math.sign(truth) !== (one.cell.direction === 'up' ? 1 : -1))
}

/** How often the intervals hold the truth. */
export function heldBy(cells: readonly JudgedCell[]): Held {
  const all = cells.flatMap(({ estimated }) => estimated ?? [])
  const widths = all.map(({ interval }) => interval.high - interval.low).sort((one, other) => one - other)
  return {
    of: all.length,
    held: all.filter(({ interval, truth }) => interval.low <= truth && truth <= interval.high).length,
    medianWidth: widths[Math.floor(widths.length / 2)] ?? NaN,
  }
}

/** Percent of the intervals that hold the truth. */
export function coverage(cells: readonly JudgedCell[]): number {
  const { of, held } = heldBy(cells)
  return (100 * held) / of
}

/** Percent of the reports with at least one false call. */
export function reportsWithFalseCall(reports: readonly JudgedReport[]): number {
  return (100 * reports.filter(({ cells }) => cells.some(isFalseCall)).length) / reports.length
}

/** Of what a report calls, the percentage that is false; a report that calls nothing counts as 0. */
export function falseDiscoveries(reports: readonly JudgedReport[]): number {
  const shares = reports.map(({ cells }) => {
    const all = cells.filter(isCalled)
    return all.length === 0 ? 0 : all.filter(isFalseCall).length / all.length
  })
  return (100 * shares.reduce((sum, share) => sum + share, 0)) / reports.length
}

/** Percent of the cells that are called. */
export function callRate(cells: readonly JudgedCell[]): number {
  return (100 * cells.filter(isCalled).length) / cells.length
}

/** Standard error of the mean of a share over reports; cells of one report err together. */
export function standardError(shares: readonly number[]): number {
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  const squares = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0)
  return Math.sqrt(squares / (shares.length - 1) / shares.length)
}

/** Percent of the naive intervals of a kind that hold the truth. */
export function naiveCoverage(cells: readonly JudgedCell[], name: string): number {
  const own = cells.flatMap(({ estimated }) =>
    estimated === null
      ? []
      : estimated.naive.filter((naive) => naive.name === name).map((naive) => ({ naive, estimated })),
  )
  const held = own.filter(({ naive, estimated: { truth } }) => naive.low <= truth && truth <= naive.high)
  return (100 * held.length) / own.length
}

/** Percent of the pooled ranges that hold the mean of the true effects. */
export function pooledCoverage(reports: readonly JudgedReport[]): number {
  const all = reports.flatMap(({ pooled }) => pooled)
  const held = all.filter(({ interval, truth }) => interval.low <= truth && truth <= interval.high)
  return (100 * held.length) / all.length
}

/** Of some cells: how many have each value, most first. */
export function countBy<Item>(items: readonly Item[], of: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1)
  return new Map([...counts].sort(([, one], [, other]) => other - one))
}
