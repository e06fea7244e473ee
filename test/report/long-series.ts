import type { SeriesWeek } from '../../server/contract.ts'
import { addDays } from '../../server/periods/day.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'

/** Gives every figure a year of weeks before those it has, so that there is a line to draw. */
export function seedLongSeries(db: Database): void {
  const rows = statement<{ brand_id: number; metric: string; series: string }>(
    db,
    'select brand_id, metric, series from comparison_cell',
  ).all()
  for (const row of rows) {
    const known = JSON.parse(row.series) as SeriesWeek[]
    if (known.length === 0) continue
    const value = known[0].value ?? 0
    const earlier = Array.from({ length: 52 }, (_, index) => ({
      from: addDays(known[0].from, (index - 52) * 7),
      to: addDays(known[0].from, (index - 51) * 7),
      value: value * (1 + 0.1 * Math.sin(index)),
      n: 800,
      complete: true,
    }))
    statement(
      db,
      'update comparison_cell set series = :series where brand_id = :brand_id and metric = :metric',
    ).run({ ...row, series: JSON.stringify([...earlier, ...known]) })
  }
}
