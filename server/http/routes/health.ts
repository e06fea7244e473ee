import { z } from 'zod'
import type { Context } from '../../context.ts'
import { systemClock } from '../../platform/clock.ts'
import { readLease } from '../../store/leases.ts'
import { pendingMigrations } from '../../store/migrate.ts'
import { endpointForAnyone } from '../endpoint.ts'
import { HttpProblem } from '../http-problem.ts'

const JOBS_LEASE = 'jobs'

export const healthz = endpointForAnyone({
  method: 'get',
  path: '/healthz',
  summary: 'The web process is alive',
  answer: z.strictObject({ status: z.literal('ok') }),
  handle: () => ({ status: 'ok' as const }),
})

export const readyz = endpointForAnyone({
  method: 'get',
  path: '/readyz',
  summary: 'Database, migrations and the jobs process are as they should be',
  answer: z.strictObject({ status: z.literal('ready') }),
  problems: [503],
  handle(ctx) {
    const fields = [...databaseFaults(ctx), ...jobsFaults(ctx)]
    if (fields.length > 0)
      throw new HttpProblem(503, 'not_ready', 'Not everything is ready; see fields.', { fields })
    return { status: 'ready' as const }
  },
})

type Fault = { field: string; message: string }

function databaseFaults({ db, logger }: Context): Fault[] {
  try {
    const pending = pendingMigrations(db)
    if (pending.length === 0) return []
    return [{ field: 'migrations', message: `${pending.length} not applied yet; restart the web process` }]
  } catch (error) {
    logger.error({ err: error }, 'readiness: the database cannot be used')
    return [{ field: 'database', message: 'cannot be used; see the log of the web process' }]
  }
}

/** Leases live in real time, whatever the clock of the demo says. */
function jobsFaults({ db, logger }: Context): Fault[] {
  try {
    const lease = readLease(db, JOBS_LEASE)
    if (lease && lease.expires_at > systemClock.now()) return []
    return [{ field: 'jobs', message: 'no jobs process is at work; start it or wait a few seconds' }]
  } catch (error) {
    logger.error({ err: error }, 'readiness: the lease cannot be read')
    return [{ field: 'jobs', message: 'unknown: the lease cannot be read' }]
  }
}
