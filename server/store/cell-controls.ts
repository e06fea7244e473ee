import type { MetricKey } from '../contract.ts'
import type { GridChoice } from './comparison-cells.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** Which brands the stored cells of these brands were compared with; cells that were compared with none are left out. */
export function readCellControls(
  db: Database,
  brandIds: GridChoice['brandIds'],
): { brandId: number; metric: MetricKey; controlIds: number[] }[] {
  const rows = statement<{ brandId: number; metric: MetricKey; controlIds: string }>(
    db,
    `select cell.brand_id as brandId, cell.metric as metric, json_group_array(control.value ->> 'id') as controlIds
     from comparison_cell cell, json_each(cell.detail, '$.controls') control
     where cell.detail is not null and json_type(cell.detail, '$.controls') = 'array'
       and (:brandIds is null or cell.brand_id in (select value from json_each(:brandIds)))
     group by cell.brand_id, cell.metric`,
  ).all({ brandIds: brandIds === 'all' ? null : JSON.stringify(brandIds) })
  return rows.map((row) => ({ ...row, controlIds: JSON.parse(row.controlIds) as number[] }))
}
