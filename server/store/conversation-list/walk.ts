import type { Database } from '../database.ts'
import { statement } from '../database.ts'
import type { ListKey } from './page.ts'
import { comparePlaces, readListKeys } from './page.ts'
import type { ListQuestion, Sorting } from './question.ts'
import type { SortedRows } from './sorted-rows.ts'
import { sortedChunk, WIDTH } from './sorted-rows.ts'

/** Rows that are read at once: with what is made of them, some milliseconds of work. */
const CHUNK_ROWS = 100

/**
 * A whole list in the order of time, some hundred rows at a time; between two of them nothing is held open, so that
 * whoever writes meanwhile is not kept waiting. Each brand is read along its own days; the brands are merged as they
 * come.
 */
export function* walkByTime(
  db: Database,
  question: ListQuestion,
  sorting: Sorting,
): Generator<ListKey[], void, undefined> {
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

/** Rows whose order was worked out before, read the same way. */
export function* walkSorted(db: Database, sorted: SortedRows): Generator<ListKey[], void, undefined> {
  for (let start = 0; start < sorted.length; start += CHUNK_ROWS * WIDTH) {
    const rows = sortedChunk(sorted, start, CHUNK_ROWS)
    const names = statement<{ id: string | null; startedAt: number; answer: string | null }>(
      db,
      `select c.id, c.started_at as startedAt, a.id as answer
       from json_each(:rows) k left join conversation c on c.rowid = k.value ->> 0
       left join csat_answer a on a.rowid = k.value ->> 1 order by k.key`,
    ).all({ rows: JSON.stringify(rows.map(({ row, answerRow }) => [row, answerRow])) })
    yield rows.flatMap(({ row, adds, seconds }, i) => {
      const { id, startedAt, answer } = names[i]
      return id === null ? [] : [{ row, id, startedAt, answer: answer ?? '', adds, seconds, key: null }]
    })
  }
}
