import type { TeamWindow } from '../../contract-team.ts'
import type { Database } from '../../store/database.ts'
import { readSharedAgents } from '../../store/measures/team/shared-agents.ts'
import { readTeamDaysKnown, readTeamWindow } from './team-window.ts'
import type { TeamPeriods } from './team-windows.ts'

/** `others`: the brands with which agents may be shared. */
export type TeamQuestion = { brandId: number; periods: TeamPeriods; others: number[]; now: number }
export type TeamFound = {
  before: TeamWindow | null
  after: TeamWindow | null
  now: TeamWindow | null
  /** Largest first; those nobody is shared with are left out. */
  shared: { brandId: number; share: number }[]
}

/** The hours of the week of a brand on both sides of its move, and with whom it shares agents in the latest of them. */
export function answerTeam(db: Database, { brandId, periods, others }: TeamQuestion): TeamFound {
  const known = readTeamDaysKnown(db, brandId)
  const read = (period: TeamPeriods['now']) => period && readTeamWindow(db, brandId, period, known)
  const latest = periods.after ?? periods.now ?? periods.before
  const shares = latest
    ? readSharedAgents(db, brandId, others, latest.from, latest.to)
    : new Map<number, number>()
  return {
    before: read(periods.before),
    after: read(periods.after),
    now: read(periods.now),
    shared: [...shares]
      .map(([other, share]) => ({ brandId: other, share }))
      .filter(({ share }) => share > 0)
      .sort((one, other) => other.share - one.share || one.brandId - other.brandId),
  }
}
