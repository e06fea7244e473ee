import type { AlertWatch } from '../../contract-alert.ts'
import type { Context } from '../../context.ts'
import { addEvent } from '../../store/alert-events.ts'
import type { AlertRule } from '../../store/alert-rules.ts'
import type { Standing } from '../../store/alert-standings.ts'
import { forgetStanding, readStandings, writeStanding } from '../../store/alert-standings.ts'
import type { GridKind } from '../../store/comparison-cells.ts'
import { inTransaction } from '../../store/database.ts'
import { lookAtData } from './troubles/watch-troubles.ts'
import type { Look } from './look.ts'
import { mannerOf } from './manner.ts'
import { recipientsOf } from './reach.ts'
import type { Step } from './step.ts'
import { stepOf } from './step.ts'
import { lookAtFigures } from './watch-figures.ts'

/**
 * Looks at everything a rule watches and writes down what is news, and for whom. What was seen and what is to be told
 * are kept together: news is neither lost nor told twice. @returns how many events there were
 */
export function noticeRule(
  ctx: Context,
  rule: AlertRule,
  { brandIds, now }: { brandIds: readonly number[]; now: number },
): number {
  return gridsOf(ctx, rule.watch)
    .map((grid) => noticeIn(ctx, rule, { grid, brandIds, now }))
    .reduce((sum, count) => sum + count, 0)
}

/** Where nothing of hidden brands may show, people limited to brands are told by a grid of their own. */
function gridsOf({ config }: Context, watch: AlertWatch): readonly GridKind[] {
  return watch.kind !== 'data' && config.isScopeStrict ? ['shared', 'own_weeks'] : ['shared']
}

function noticeIn(
  ctx: Context,
  rule: AlertRule,
  { grid, brandIds, now }: { grid: GridKind; brandIds: readonly number[]; now: number },
): number {
  const { db } = ctx
  const { watch } = rule
  const standings = readStandings(db, rule.id, grid)
  const looks =
    watch.kind === 'data'
      ? lookAtData(ctx, watch, { now, standings })
      : lookAtFigures(db, watch, { brandIds, grid, now })
  const manner = mannerOf(rule)
  const steps = looks.map((look) => ({
    look,
    step: stepOf(standings.get(look.subject) ?? null, look, manner, now),
  }))
  return inTransaction(db, () => {
    for (const { step } of steps) writeStanding(db, { ruleId: rule.id, grid }, step.standing)
    forgetUnseen(ctx, { rule, grid, standings, looks })
    return steps.filter((one) => tell(ctx, rule, { ...one, grid, now })).length
  })
}

function tell(
  ctx: Context,
  rule: AlertRule,
  { look, step, grid, now }: { look: Look; step: Step; grid: GridKind; now: number },
): boolean {
  if (step.event === null) return false
  const { kind, spell, facts } = step.event
  const { subject, brandId } = look
  const addresses = recipientsOf(ctx, rule, { grid, brandId, subject }).map(({ address }) => address)
  addEvent(ctx.db, { ruleId: rule.id, grid, subject, brandId, kind, at: now, spell, facts }, addresses)
  return true
}

/** A brand the rule does not reach any more: should it come back, it is looked at for the first time. */
function forgetUnseen(
  { db }: Context,
  {
    rule,
    grid,
    standings,
    looks,
  }: { rule: AlertRule; grid: GridKind; standings: ReadonlyMap<string, Standing>; looks: readonly Look[] },
): void {
  // Before the first grid, and while it is made anew, there is nothing to see at all.
  if (looks.length === 0) return
  const seen = new Set(looks.map(({ subject }) => subject))
  for (const subject of standings.keys())
    if (!seen.has(subject)) forgetStanding(db, { ruleId: rule.id, grid, subject })
}
