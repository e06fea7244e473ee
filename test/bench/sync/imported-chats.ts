import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openImport } from '../../../jobs/imports/open-import.ts'
import { putInPlace } from '../../../jobs/imports/put-in-place.ts'
import { addBrand } from '../../support/brands.ts'
import { timeBareInserts } from './bare-inserts.ts'
import { readerOf } from './start-account.ts'

const CHATS = 30_000
const APART_MS = 400_000
const FIRST = Date.parse('2025-01-01T00:00:00Z')

/** Reading a CSV file of live chats and putting them in place, against bare inserts of the rows they become. */
export async function importedChats(): Promise<string[]> {
  const { ctx, config, db, remove } = readerOf('http://127.0.0.1:9', 1)
  addBrand(ctx, 1, 'Mirae Outdoor')
  const file = join(dirname(config.databaseFile), 'chats.csv')
  writeFileSync(file, [header, ...Array.from({ length: CHATS }, (_, number) => lineOf(number))].join('\n'))
  const startedAt = performance.now()
  const { id } = await openImport(ctx, { file, kind: 'chats' })
  await putInPlace(ctx, id, { name: 'bench', replaces: null, signal: new AbortController().signal })
  const ours = performance.now() - startedAt
  const bare = timeBareInserts(db)
  remove()
  const perSecond = Math.round((CHATS / ours) * 1000).toLocaleString('en')
  return [
    `Importing chats from a CSV file: ${perSecond} chats/s, ${((bare / ours) * 100).toFixed(0)} % of bare inserts`,
  ]
}

const header =
  'Chat ID,Started at,Ended at,Brand,First response time,Visitor messages,Rating,Tags,Visitor email'

function lineOf(number: number): string {
  const at = FIRST + number * APART_MS
  const rating = ['good', 'bad', ''][number % 3]
  return [
    `2501.${number}`,
    wallTime(at),
    wallTime(at + APART_MS),
    'Mirae Outdoor',
    30 + (number % 90),
    number % 9,
    rating,
    'vip refund',
    `visitor${number % 9000}@example.com`,
  ].join()
}

function wallTime(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19).replace('T', ' ')
}
