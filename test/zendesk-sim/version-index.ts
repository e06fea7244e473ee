/**
 * Incremental exports show each row once: as its newest version, in the order of the versions' times. The index
 * keeps every version of every row as one sortable number, so that a page costs a binary search and a short walk.
 */

const rowSpan = 2 ** 22

export type VersionIndex<Row, Id> = {
  readonly rows: readonly Row[]
  readonly keys: Float64Array
  readonly timesOf: (row: Row) => readonly number[]
  readonly idOf: (row: Row) => Id
}

export type Version<Row> = { row: Row; second: number }

export type VersionQuery<Row, Id> = {
  /** Unix seconds to start from; with `afterId`, rows of that second up to and including that id are skipped. */
  second: number
  afterId?: Id | undefined
  /** Epoch milliseconds: later versions do not exist yet. */
  cutoff: number
  limit: number
  /** Unix second after which to stop. */
  lastSecond?: number
  matches?: (row: Row) => boolean
}

/** @param rows at most 4 million; sorted here by id, which is the order of versions within one second */
export function buildVersionIndex<Row, Id extends string | number>(
  unsorted: readonly Row[],
  idOf: (row: Row) => Id,
  timesOf: (row: Row) => readonly number[],
): VersionIndex<Row, Id> {
  const rows = [...unsorted].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
  let count = 0
  for (const row of rows) count += timesOf(row).length
  const keys = new Float64Array(count)
  let at = 0
  for (const [rank, row] of rows.entries()) {
    let previous = -1
    for (const time of timesOf(row)) {
      const second = Math.floor(time / 1000)
      if (second === previous) continue
      keys[at++] = second * rowSpan + rank
      previous = second
    }
  }
  return { rows, keys: keys.subarray(0, at).sort(), timesOf, idOf }
}

/** One page of visible versions, and whether another one follows it. */
export function readVersions<Row, Id extends string | number>(
  index: VersionIndex<Row, Id>,
  query: VersionQuery<Row, Id>,
): { page: Version<Row>[]; more: boolean } {
  const page: Version<Row>[] = []
  const skipped = query.afterId === undefined ? 0 : countIdsUpTo(index, query.afterId)
  let at = lowerBound(index.keys, query.second * rowSpan + skipped)
  for (; at < index.keys.length; at++) {
    const key = index.keys[at] ?? 0
    const second = Math.floor(key / rowSpan)
    if (second * 1000 > query.cutoff || second > (query.lastSecond ?? Infinity)) break
    const row = index.rows[key - second * rowSpan]
    if (row === undefined || query.matches?.(row) === false) continue
    if (newestSecond(index.timesOf(row), query.cutoff) !== second) continue
    if (page.length === query.limit) return { page, more: true }
    page.push({ row, second })
  }
  return { page, more: false }
}

/** The row with this id, or null. */
export function findRow<Row, Id extends string | number>(index: VersionIndex<Row, Id>, id: Id): Row | null {
  const row = index.rows[countIdsUpTo(index, id) - 1]
  return row !== undefined && index.idOf(row) === id ? row : null
}

/** Unix second of the newest time not after `cutoff` (ms); null while there is none. */
export function newestSecond(times: readonly number[], cutoff: number): number | null {
  for (let at = times.length - 1; at >= 0; at--) {
    const time = times[at] ?? Infinity
    if (time <= cutoff) return Math.floor(time / 1000)
  }
  return null
}

function countIdsUpTo<Row, Id extends string | number>(index: VersionIndex<Row, Id>, id: Id): number {
  let low = 0
  let high = index.rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const row = index.rows[middle]
    if (row !== undefined && index.idOf(row) <= id) low = middle + 1
    else high = middle
  }
  return low
}

/** Position of the first value not below `wanted` in an ascending array. */
export function lowerBound(values: ArrayLike<number>, wanted: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
