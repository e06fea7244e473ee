import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../server/store/database.ts'
import {
  claimNextJobRequest,
  finishJobRequest,
  pruneJobRequests,
  readJobRequest,
  requestJob,
} from '../../server/store/job-requests.ts'
import { startJobRun } from '../../server/store/job-runs.ts'
import { testContext, testNow } from '../support/test-context.ts'

let db: Database
beforeEach(() => {
  ;({ db } = testContext())
})

describe('a job request', () => {
  it('waits until it is done, with its options', () => {
    const id = ask('sync-chats', { from: '2026-01-01' })

    expect(readJobRequest(db, id)).toEqual({
      id,
      name: 'sync-chats',
      options: { from: '2026-01-01' },
      requested_by: 'admin@example.com',
      requested_at: testNow,
      run_id: null,
      done_at: null,
      outcome: null,
      message: null,
      summary: null,
    })
  })

  it('is taken in the order of asking', () => {
    const [first, second] = [ask('compare'), ask('backup')]

    expect(claimNextJobRequest(db)?.id).toBe(first)
    finish(first)
    expect(claimNextJobRequest(db)?.id).toBe(second)
    finish(second)
    expect(claimNextJobRequest(db)).toBeNull()
  })

  it('that was taken and not finished is offered again', () => {
    const id = ask('compare')
    const runId = startJobRun(db, 'compare', testNow)

    expect(claimNextJobRequest(db, runId)).toMatchObject({ id, run_id: runId })
    expect(claimNextJobRequest(db)).toMatchObject({ id, run_id: runId })
  })

  it('keeps its first result', () => {
    const id = ask('compare')

    finishJobRequest(db, id, { outcome: 'ok', message: null, summary: { cells: 3 }, now: testNow + 5 })
    finishJobRequest(db, id, { outcome: 'failed', message: 'late', summary: null, now: testNow + 9 })

    expect(readJobRequest(db, id)).toMatchObject({
      outcome: 'ok',
      message: null,
      summary: { cells: 3 },
      done_at: testNow + 5,
    })
  })

  it('is forgotten some time after it is done, never before', () => {
    const [done, waiting] = [ask('compare'), ask('backup')]
    finish(done)

    expect(pruneJobRequests(db, testNow)).toBe(0)
    expect(pruneJobRequests(db, testNow + 1)).toBe(1)
    expect(readJobRequest(db, done)).toBeNull()
    expect(readJobRequest(db, waiting)).not.toBeNull()
  })
})

function ask(name: string, options = {}): number {
  return requestJob(db, { name, options, requestedBy: 'admin@example.com', now: testNow })
}

function finish(id: number): void {
  finishJobRequest(db, id, { outcome: 'ok', message: null, summary: null, now: testNow })
}
