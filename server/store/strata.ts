import type { Database } from './database.ts'
import { statement } from './database.ts'
import type { Stratum } from './measures/read-measure-days.ts'
import { hourBlocks } from './measures/filter.ts'

/** A kind of conversation as the rows of a day name it; without a topic or a time it is of no kind. */
export type StratumRow = {
  language: string | null
  topic: string | null
  block: number | null
  weekend: number | null
}
/** The number of a kind of conversation; 0 where the row does not tell. */
export type StratumIds = (row: StratumRow) => number

export const NO_STRATUM = 0

type Stored = { id: number; language: string | null; topic: string; hour_block: number; is_weekend: number }

/** Numbers kinds of conversation, new ones as they come; to be used within one transaction. */
export function stratumIdsOf(db: Database): StratumIds {
  const ids = new Map<string, number>()
  for (const { id, language, topic, hour_block, is_weekend } of readStored(db))
    ids.set(keyOf(language, topic, hour_block, is_weekend), id)
  return ({ language, topic, block, weekend }) => {
    if (topic === null || block === null || weekend === null) return NO_STRATUM
    const key = keyOf(language, topic, block, weekend)
    let id = ids.get(key)
    if (id === undefined) {
      id = Number(
        statement(
          db,
          `insert into stratum (language, topic, hour_block, is_weekend)
           values (:language, :topic, :block, :weekend)`,
        ).run({ language, topic, block, weekend }).lastInsertRowid,
      )
      ids.set(key, id)
    }
    return id
  }
}

/** Every kind of conversation by its number. */
export function readStrata(db: Database): Map<number, Stratum> {
  return new Map(
    readStored(db).map(({ id, language, topic, hour_block, is_weekend }) => [
      id,
      { language, topic, hourBlock: hourBlocks[hour_block], isWeekend: is_weekend === 1 },
    ]),
  )
}

function readStored(db: Database): Stored[] {
  return statement<Stored>(db, 'select id, language, topic, hour_block, is_weekend from stratum').all()
}

function keyOf(language: string | null, topic: string, block: number, weekend: number): string {
  return `${block} ${weekend} ${language === null ? '' : `${language} `}\n${topic}`
}
