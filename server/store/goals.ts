import type { MetricKey } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import { recordAudit } from './audit.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import type { Author } from './events.ts'

/** What a brand wants a figure to be, in the metric's own unit. */
export type StoredGoal = {
  brandId: number
  metric: MetricKey
  value: number
  dueOn: Day | null
  /** Epoch ms. */
  setAt: number
  /** Name of the person. */
  setBy: string
}
export type GoalWords = Pick<StoredGoal, 'brandId' | 'metric' | 'value' | 'dueOn'>

/** The goals of these brands. */
export function readGoals(db: Database, brandIds: readonly number[]): StoredGoal[] {
  return statement<StoredGoal>(
    db,
    `select goal.brand_id as brandId, goal.metric, goal.value, goal.due_on as dueOn, goal.set_at as setAt,
       coalesce(person.name, goal.set_by) as setBy
     from goal left join person on person.email = goal.set_by
     where goal.brand_id in (select value from json_each(:brandIds))
     order by goal.brand_id, goal.metric`,
  ).all({ brandIds: JSON.stringify(brandIds) })
}

/** Sets a goal or replaces it; one that says the same already is left as it is. */
export function setGoal(db: Database, goal: GoalWords, { actor, now }: Author): void {
  const { brandId, metric, value, dueOn } = goal
  inTransaction(db, () => {
    const { changes } = statement(
      db,
      `insert into goal (brand_id, metric, value, due_on, set_at, set_by)
       values (:brandId, :metric, :value, :dueOn, :now, :actor)
       on conflict (brand_id, metric) do update set
         value = excluded.value, due_on = excluded.due_on, set_at = excluded.set_at, set_by = excluded.set_by
       where goal.value <> excluded.value or goal.due_on is not excluded.due_on`,
    ).run({ brandId, metric, value, dueOn, now, actor })
    if (changes > 0) recordAudit(db, { at: now, actor, action: 'goal_set', detail: lineOf(goal) })
  })
}

/** Takes a goal away; returns whether there was one. */
export function removeGoal(
  db: Database,
  { brandId, metric }: Pick<GoalWords, 'brandId' | 'metric'>,
  { actor, now }: Author,
): boolean {
  return inTransaction(db, () => {
    const { changes } = statement(db, 'delete from goal where brand_id = :brandId and metric = :metric').run({
      brandId,
      metric,
    })
    if (changes > 0)
      recordAudit(db, { at: now, actor, action: 'goal_removed', detail: `brand ${brandId} ${metric}` })
    return changes > 0
  })
}

function lineOf({ brandId, metric, value, dueOn }: GoalWords): string {
  return `brand ${brandId} ${metric}: ${value}${dueOn === null ? '' : ` by ${dueOn}`}`
}
