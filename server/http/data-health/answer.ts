import type { Context } from '../../context.ts'
import type { DataHealthAnswer } from '../../contract.ts'
import { primaryMetrics } from '../../metrics/catalog.ts'
import { historyStreams } from '../../metrics/streams.ts'
import { readApiBudgets } from '../../store/api-budgets.ts'
import { readBrands } from '../../store/brands.ts'
import { readHistoryProgress, streamCompleteTo } from '../../store/checkpoints.ts'
import { countQuarantine, countUnmappedConversations } from '../../store/data-health.ts'
import type { Database } from '../../store/database.ts'
import { readDetailCoverage } from '../../store/detail-plan.ts'
import type { Person } from '../../store/people.ts'
import { seesAllBrands, visibleBrandIds } from '../../store/people.ts'
import { readPermissionChecks } from '../../store/permission-checks.ts'
import { mayReadAccountFacts } from '../brand-scope.ts'
import { reconciliationCalendars } from './calendar.ts'
import { budgetHealth, permissionFinding } from './connection.ts'
import { dataGaps } from './gaps.ts'
import { toInstant } from './instant.ts'
import { jobsHealth } from './jobs.ts'
import { streamsHealth } from './streams.ts'

/** Streams whose past the report is made of: it is whole once all of these are. */
const neededStreams = historyStreams.filter((name) =>
  primaryMetrics.some(({ streams }) => streams.includes(name)),
)

type AccountFacts = Pick<
  DataHealthAnswer,
  | 'streams'
  | 'quarantine'
  | 'budgets'
  | 'permissions'
  | 'unmappedConversations'
  | 'gaps'
  | 'jobs'
  | 'requests'
>

/** Unmapped conversations belong to no brand, so somebody limited to brands has none. */
const noAccountFacts: AccountFacts = {
  streams: [],
  quarantine: [],
  budgets: [],
  permissions: [],
  unmappedConversations: null,
  gaps: [],
  jobs: [],
  requests: [],
}

/** How fresh, how complete and how right the data is, as far as this person may know. */
export function dataHealthFor(ctx: Context, person: Person): DataHealthAnswer {
  const { db } = ctx
  const now = ctx.clock.now()
  const history = new Map(readHistoryProgress(db).map((stream) => [stream.stream, stream]))
  const shares = neededStreams.map((stream) => history.get(stream)?.progress ?? 0)
  const brandIds = seesAllBrands(person) ? null : visibleBrandIds(db, person)
  return {
    asOf: toInstant(now),
    dataCompleteTo: toInstant(streamCompleteTo(db, neededStreams)),
    progress: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    historyComplete: neededStreams.every((stream) => history.get(stream)?.done === true),
    reconciliation: reconciliationCalendars(db, brandIds, now),
    details: detailCoverage(db, brandIds),
    ...(mayReadAccountFacts(person) ? accountFacts(db, now) : noAccountFacts),
  }
}

function accountFacts(db: Database, now: number): AccountFacts {
  const permissions = readPermissionChecks(db)
  return {
    streams: streamsHealth(db, permissions, now),
    quarantine: countQuarantine(db).map(({ first_seen_at, example_id, ...group }) => ({
      ...group,
      firstSeenAt: toInstant(first_seen_at),
      exampleId: example_id,
    })),
    budgets: readApiBudgets(db).map((row) => budgetHealth(row, now)),
    permissions: permissions.map(permissionFinding),
    unmappedConversations: countUnmappedConversations(db),
    gaps: dataGaps(db),
    ...jobsHealth(db, now),
  }
}

function detailCoverage(db: Database, brandIds: readonly number[] | null): DataHealthAnswer['details'] {
  const byBrand = new Map(readDetailCoverage(db).map((coverage) => [coverage.brandId, coverage]))
  return readBrands(db).flatMap(({ id, name }) => {
    const coverage = byBrand.get(id)
    if (!coverage || (brandIds !== null && !brandIds.includes(id))) return []
    const { tickets, sampled, known, unreadable } = coverage
    return [{ brand: { id, name }, tickets, sampled, known, unreadable }]
  })
}
