import { beforeAll, describe, expect, it } from 'vitest'
import type { RenderedReport } from '../../server/report/render-report.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'
import { miraeId } from './sample-grid.ts'
import { sampleDatabase, wholeMail } from './whole-mail.ts'

const manyIds = Array.from({ length: 50 }, (_, index) => 1000 + index)
let mail: RenderedReport

beforeAll(async () => {
  const db = sampleDatabase()
  for (const id of manyIds) addBrand(db, id)
  mail = await wholeMail(db, 'en', { brandIds: manyIds })
})

describe('a mail about fifty brands', () => {
  it('stays below the size at which mail programs cut', () => {
    expect(Buffer.byteLength(mail.html)).toBeGreaterThan(80_000)
    expect(Buffer.byteLength(mail.html)).toBeLessThan(100_000)
  })

  it('tells the last ones in a line each, with a link', () => {
    expect(mail.html).toContain('Other brands')
    expect(mail.html).toMatch(/brands\/1049\?lang=en"[^>]*>Brand 0049<\/a\s*>: ! 1 worse/)
    expect(mail.html.trimEnd().endsWith('</html>')).toBe(true)
  })

  it('shows six pictures, says that there would be more, and carries no other', () => {
    const carried = mail.attachments.flatMap(({ cid }) => cid ?? [])

    expect(carried).toHaveLength(6)
    for (const cid of carried) expect(mail.html).toContain(`src="cid:${cid}"`)
    expect(mail.html).toContain('Charts of the first 6 brands; those of 44 more are in Cutover.')
  })

  it('lists the most urgent points only, and how many more there are', () => {
    expect(mail.html).toContain('42 more in Cutover.')
    expect(mail.text).toContain('- 42 more in Cutover.')
  })

  it('is as many brands in its text as can be read, the others in a line each', () => {
    expect(mail.text.split('\n').filter((line) => line === '----------')).toHaveLength(12)
    expect(mail.text).toContain('- Brand 0049: ! 1 worse')
    expect(mail.text.length).toBeLessThan(60_000)
  })
})

it('a mail about three hundred brands names the last ones by their number, and is not cut either', async () => {
  const db = sampleDatabase()
  const ids = Array.from({ length: 300 }, (_, index) => 1000 + index)
  for (const id of ids) addBrand(db, id)
  const { html } = await wholeMail(db, 'ko', { brandIds: ids })

  expect(Buffer.byteLength(html)).toBeLessThan(100_000)
  expect(html).toMatch(/그 밖의 브랜드 2\d\d개는 Cutover에서 보기<\/a/)
})

/** One whose first reply got worse. */
function addBrand(db: Database, id: number): void {
  const name = `Brand ${String(id - 1000).padStart(4, '0')}`
  statement(db, 'insert into brand select :id, :name, null, 0, 1, 0, 0, null').run({ id, name })
  statement(
    db,
    `insert into brand_cutover
     select :id, went_live_on, went_live_source, ramp_end, ramp_source, detected_on, confirmed_by, note
     from brand_cutover where brand_id = :miraeId`,
  ).run({ id, miraeId })
  statement(
    db,
    `insert into comparison_cell (brand_id, metric, cell, series)
     select :id, metric, json_set(cell, '$.brand.id', :id, '$.brand.name', :name,
       '$.state', iif(metric = 'first_reply', 'worse', 'no_clear_change')), series
     from comparison_cell where brand_id = :miraeId`,
  ).run({ id, name, miraeId })
}
