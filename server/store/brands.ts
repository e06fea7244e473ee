import type { Database } from './database.ts'
import { statement } from './database.ts'

export type BrandRow = {
  id: number
  name: string
  subdomain: string | null
  is_default: number
  active: number
  deleted: number
  created_at: number
  bot_since: number | null
}

export type CutoverRow = {
  brand_id: number
  went_live_on: string
  went_live_source: 'detected' | 'confirmed'
  ramp_end: string | null
  ramp_source: 'measured' | 'assumed'
  detected_on: string | null
  confirmed_by: string | null
  note: string | null
}

/** Brands that have not been deleted, by name. */
export function readBrands(db: Database): BrandRow[] {
  return statement<BrandRow>(db, 'select * from brand where deleted = 0 order by name').all()
}

/** Every brand there ever was. */
export function readBrandsEver(db: Database): Pick<BrandRow, 'id' | 'name'>[] {
  return statement<Pick<BrandRow, 'id' | 'name'>>(db, 'select id, name from brand order by id').all()
}

export function readCutovers(db: Database): Map<number, CutoverRow> {
  const rows = statement<CutoverRow>(db, 'select * from brand_cutover').all()
  return new Map(rows.map((row) => [row.brand_id, row]))
}

export function writeCutover(db: Database, row: CutoverRow): void {
  statement(
    db,
    `insert into brand_cutover (brand_id, went_live_on, went_live_source, ramp_end, ramp_source, detected_on, confirmed_by, note)
     values (:brand_id, :went_live_on, :went_live_source, :ramp_end, :ramp_source, :detected_on, :confirmed_by, :note)
     on conflict (brand_id) do update set went_live_on = excluded.went_live_on, went_live_source = excluded.went_live_source,
       ramp_end = excluded.ramp_end, ramp_source = excluded.ramp_source, detected_on = excluded.detected_on,
       confirmed_by = excluded.confirmed_by, note = excluded.note`,
  ).run(row)
}

export function deleteCutover(db: Database, brandId: number): void {
  statement(db, 'delete from brand_cutover where brand_id = :brandId').run({ brandId })
}
