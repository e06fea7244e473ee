import type { Database } from '../database.ts'
import { statement } from '../database.ts'
import type { ListKey } from './page.ts'
import { comparePlaces, isByTime, measureParameters, readListKeys } from './page.ts'
import type { ListQuestion, Sorting } from './question.ts'
import { rowsSql } from './rows-sql.ts'

/** Rows that are read at once: some milliseconds of work. */
const CHUNK_ROWS = 500

/**
 * A whole list in its order, some hundred rows at a time; between two of them nothing is held open, so that whoever
 * writes meanwhile is not kept waiting. In the order of time it needs no memory to speak of; in any other the order is
 * worked out first, which takes 32 bytes a row.
 */
export function walkList(
  db: Database,
  question: ListQuestion,
  sorting: Sorting,
): Generator<ListKey[], void, undefined> {
  return isByTime(sorting) ? walkByTime(db, question, sorting) : walkSorted(db, question, sorting)
}

/** Each brand is read along its own days; the brands are merged as they come. */
function* walkByTime(db: Database, question: ListQuestion, sorting: Sorting): Generator<ListKey[], void> {
  const inOrder = comparePlaces(sorting, sorting.isDescending)
  const sources = question.brandIds.map((brandId) => ({ brandId, waiting: [] as ListKey[], isDone: false }))
  const refill = (source: (typeof sources)[number], start: ListKey | null) => {
    const asked = { ...question, brandIds: [source.brandId], sorting, start, limit: CHUNK_ROWS }
    source.waiting = readListKeys(db, asked).reverse()
    source.isDone = source.waiting.length < CHUNK_ROWS
  }
  for (const source of sources) refill(source, null)
  for (;;) {
    const chunk: ListKey[] = []
    while (chunk.length < CHUNK_ROWS) {
      let next: (typeof sources)[number] | null = null
      for (const source of sources) {
        const [own, best] = [source.waiting.at(-1), next?.waiting.at(-1)]
        if (own && (!best || inOrder(own, best) < 0)) next = source
      }
      const key = next?.waiting.pop()
      if (!next || !key) break
      chunk.push(key)
      if (next.waiting.length === 0 && !next.isDone) refill(next, key)
    }
    if (chunk.length === 0) return
    yield chunk
  }
}

type Compact = { row: number; answerRow: number; adds: number | null; seconds: number | null }
/** Of each row: its place, that of its answer, what it adds and how long it took. */
const WIDTH = 4

function* walkSorted(db: Database, question: ListQuestion, sorting: Sorting): Generator<ListKey[], void> {
  const { numbers, length } = sortedRows(db, question, sorting)
  for (let start = 0; start < length; start += CHUNK_ROWS) {
    const rows = Array.from({ length: Math.min(CHUNK_ROWS, length - start) }, (_, i): Compact => {
      const [row, answerRow, adds, seconds] = numbers.subarray((start + i) * WIDTH, (start + i + 1) * WIDTH)
      return { row, answerRow, adds: numberOf(adds), seconds: numberOf(seconds) }
    })
    const names = statement<{ id: string; startedAt: number; answer: string | null }>(
      db,
      `select c.id, c.started_at as startedAt, a.id as answer
       from json_each(:rows) k left join conversation c on c.rowid = k.value ->> 0
       left join csat_answer a on a.rowid = k.value ->> 1 order by k.key`,
    ).all({ rows: JSON.stringify(rows.map(({ row, answerRow }) => [row, answerRow])) })
    yield rows.map(({ row, adds, seconds }, i) => {
      const { id, startedAt, answer } = names[i]
      return { row, id, startedAt, answer: answer ?? '', adds, seconds, key: null }
    })
  }
}

function sortedRows(
  db: Database,
  question: ListQuestion,
  sorting: Sorting,
): { numbers: Float64Array; length: number } {
  const { sql, parameters } = rowsSql(question, sorting.by)
  const way = sorting.isDescending ? 'desc' : 'asc'
  const isLast = sorting.isDescending ? '(key is not null)' : '(key is null)'
  const ofBrands = question.brandIds.map((brandId, i) => {
    const own = measureParameters(db, question.figure, brandId)
    return {
      sql: sql.replaceAll(':brandId', `:brandId${i}`).replaceAll(':countedDays', `:countedDays${i}`),
      parameters: {
        ...own,
        [`brandId${i}`]: brandId,
        ...(own.countedDays !== undefined && { [`countedDays${i}`]: own.countedDays }),
      },
    }
  })
  let numbers = new Float64Array(WIDTH * 4096)
  let length = 0
  if (ofBrands.length === 0) return { numbers, length }
  const all = statement<Compact>(
    db,
    `select row, coalesce((select a.rowid from csat_answer a where a.id = answer), 0) as answerRow, adds, seconds
     from (${ofBrands.map((one) => one.sql).join('\n union all ')})
     order by ${isLast} ${way}, coalesce(key, 0) ${way}, startedAt ${way}, id ${way}, answer ${way}`,
  ).iterate(Object.assign({}, parameters, ...ofBrands.map((one) => one.parameters)))
  for (const { row, answerRow, adds, seconds } of all) {
    if ((length + 1) * WIDTH > numbers.length) {
      const longer = new Float64Array(2 * numbers.length)
      longer.set(numbers)
      numbers = longer
    }
    numbers.set([row, answerRow, adds ?? NaN, seconds ?? NaN], length * WIDTH)
    length += 1
  }
  return { numbers, length }
}

function numberOf(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
