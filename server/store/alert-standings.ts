import type { AlertFacts } from '../contract-alert.ts'
import type { GridKind } from './comparison-cells.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** How a rule stands at one thing it looks at. Moments are epoch ms. */
export type Standing = {
  subject: string
  /** What two looks must have in common to be compared. */
  basis: string
  isOn: boolean
  /** Since when it is on or off. */
  since: number
  /** On, but not so any more since then: over only once that has lasted. */
  offSince: number | null
  /** It has been so once that it can be lost. */
  isArmed: boolean
  /** When the present spell was last told; null = never. */
  toldAt: number | null
  /** What was seen, in one word. */
  said: string
  memory: Memory
}
/** What is known of the present spell, and the least that was left to read. */
export type Memory = { facts: AlertFacts | null; least: { left: number; at: number } | null }

type Row = Omit<Standing, 'isOn' | 'isArmed' | 'memory'> & {
  isOn: number
  isArmed: number
  memory: string | null
}

/** By subject. */
export function readStandings(db: Database, ruleId: number, grid: GridKind): Map<string, Standing> {
  const rows = statement<Row>(
    db,
    `select subject, basis, is_on as isOn, since, off_since as offSince, is_armed as isArmed, told_at as toldAt, said,
       memory
     from alert_standing where rule_id = :ruleId and grid = :grid order by subject`,
  ).all({ ruleId, grid })
  return new Map(
    rows.map((row) => [
      row.subject,
      {
        ...row,
        isOn: row.isOn === 1,
        isArmed: row.isArmed === 1,
        memory: row.memory === null ? { facts: null, least: null } : (JSON.parse(row.memory) as Memory),
      },
    ]),
  )
}

/** Writes what changed; a standing that says the same is left as it is. */
export function writeStanding(
  db: Database,
  { ruleId, grid }: { ruleId: number; grid: GridKind },
  standing: Standing,
): void {
  statement(
    db,
    `insert into alert_standing (rule_id, grid, subject, basis, is_on, since, off_since, is_armed, told_at, said, memory)
     values (:ruleId, :grid, :subject, :basis, :isOn, :since, :offSince, :isArmed, :toldAt, :said, :memory)
     on conflict (rule_id, grid, subject) do update set basis = excluded.basis, is_on = excluded.is_on,
       since = excluded.since, off_since = excluded.off_since, is_armed = excluded.is_armed,
       told_at = excluded.told_at, said = excluded.said, memory = excluded.memory
     where basis <> excluded.basis or is_on <> excluded.is_on or since <> excluded.since
       or off_since is not excluded.off_since or is_armed <> excluded.is_armed or told_at is not excluded.told_at
       or said <> excluded.said or memory is not excluded.memory`,
  ).run({
    ...standing,
    ruleId,
    grid,
    isOn: standing.isOn ? 1 : 0,
    isArmed: standing.isArmed ? 1 : 0,
    memory: JSON.stringify(standing.memory),
  })
}

export function forgetStanding(
  db: Database,
  { ruleId, grid, subject }: { ruleId: number; grid: GridKind; subject: string },
): void {
  statement(
    db,
    'delete from alert_standing where rule_id = :ruleId and grid = :grid and subject = :subject',
  ).run({ ruleId, grid, subject })
}
