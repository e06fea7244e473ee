import { createApp } from '../../server/app.ts'
import { miraeId, saebyeokId, seedSampleGrid, setDataCompleteTo } from '../report/sample-grid.ts'
import { addPerson } from '../support/people.ts'
import type { TestContext } from '../support/test-context.ts'
import { testContext } from '../support/test-context.ts'
import type { SignedIn } from './signed-in.ts'
import { signInAs } from './signed-in.ts'

export type ReportAccount = {
  ctx: TestContext
  /** Sees every brand. */
  admin: SignedIn
  adminId: number
  /** Sees two brands. */
  manager: SignedIn
  managerId: number
}

/** An account with verdicts and data enough for every report, and two people who may set reports up. */
export async function reportAccount(): Promise<ReportAccount> {
  const ctx = testContext({ config: { publicUrl: 'http://localhost:8080' } })
  seedSampleGrid(ctx.db)
  setDataCompleteTo(ctx.db, '2026-12-30T00:00:00.000Z')
  const adminId = addPerson(ctx, { email: 'admin@demo.example', role: 'administrator' })
  const managerId = addPerson(ctx, {
    email: 'manager@demo.example',
    role: 'manager',
    brandIds: [miraeId, saebyeokId],
  })
  const app = createApp(ctx)
  return {
    ctx,
    admin: await signInAs(app, 'admin@demo.example'),
    adminId,
    manager: await signInAs(app, 'manager@demo.example'),
    managerId,
  }
}
