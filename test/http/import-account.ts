import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { afterEach } from 'vitest'
import { runJobByName } from '../../jobs/run-job.ts'
import { claimNextJobRequest, finishJobRequest } from '../../server/store/job-requests.ts'
import { smallAccount } from './account.ts'
import { signInAs } from './signed-in.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A file of three lines, of which the last names a day that does not exist. */
export const text = 'Date;Brand;Resolved\n2026-06-01;Haneul;yes\n2026-06-02;Mirae;no\n2026-06-31;Mirae;no\n'

/** A small account whose administrator gives files, and what the jobs process would do with them. */
export async function importAccount() {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-upload-'))
  folders.push(folder)
  const { ctx, app } = smallAccount({ config: { databaseFile: join(folder, 'cutover.db') } })
  const admin = await signInAs(app, 'admin@example.com')
  return {
    ctx,
    app,
    folder,
    admin,
    upload: (body: string | Buffer, question = 'kind=bot-resolutions&fileName=june.csv', type = 'text/csv') =>
      request(app)
        .post(`/api/v1/imports?${question}`)
        .set('Cookie', admin.cookie)
        .set('x-csrf-token', admin.csrfToken)
        .set('Content-Type', type)
        .send(body),
    /** Does what the jobs process would. */
    async work() {
      for (let next = claimNextJobRequest(ctx.db); next; next = claimNextJobRequest(ctx.db)) {
        const { name, options, id } = next
        const end = await runJobByName(ctx, name, options, new AbortController().signal)
        if (end.outcome !== 'interrupted')
          finishJobRequest(ctx.db, id, { ...end, outcome: end.outcome, now: ctx.clock.now() })
      }
    },
  }
}
