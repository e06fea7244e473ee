import { beforeEach, describe, expect, it } from 'vitest'
import type { AlertWatch } from '../../../server/contract-alert.ts'
import { snoozeRule } from '../../../server/store/alert-rules.ts'
import { statement } from '../../../server/store/database.ts'
import { setPersonBrands } from '../../../server/store/people.ts'
import { addPerson } from '../../support/people.ts'
import type { TestContext } from '../../support/test-context.ts'
import { testContext, testNow } from '../../support/test-context.ts'
import { dawonId, haneulId, miraeId, seedSampleGrid } from '../sample-grid.ts'
import { addRule, addWeek, changeCell, day, hour, lookAt, withoutUsualRule } from './alert-rules.ts'

const worse: AlertWatch = { kind: 'verdict', change: 'worse', metrics: ['first_reply'] }
const slow: AlertWatch = { kind: 'level', metric: 'first_reply', side: 'above', value: 300, fromCount: 50 }
const miraeReply = { brandId: miraeId, metric: 'first_reply' }
let ctx: TestContext
let owner: number

beforeEach(() => {
  ctx = testContext({ config: { publicUrl: 'https://cutover.example' } })
  seedSampleGrid(ctx.db)
  withoutUsualRule(ctx)
  owner = addPerson(ctx, { email: 'owner@demo.example', role: 'administrator' })
})

describe('what may not be told yet', () => {
  const office = { hours: { from: 9 * 60, to: 18 * 60 } }

  it('waits for the next working hour, on a working day of the zone', async () => {
    addRule(ctx, owner, worse, office)
    await lookAt(ctx, testNow)

    changeCell(ctx, miraeReply, { state: 'worse' })
    // Friday 20:00, then Saturday noon, then Monday 09:00.
    const friday = Date.parse('2026-11-20T20:00:00+09:00')
    await lookAt(ctx, friday)
    await lookAt(ctx, friday + 16 * hour)
    const before = ctx.mails.length
    await lookAt(ctx, friday + 61 * hour)

    expect(before).toBe(0)
    expect(ctx.mails).toHaveLength(1)
    expect(ctx.mails[0].text).toContain('Noticed 20 November 2026, 20:00.')
  })

  it('is left out where it is over by then, and so is its end', async () => {
    addRule(ctx, owner, slow, office)
    await lookAt(ctx, testNow)
    const night = Date.parse('2026-11-23T01:00:00+09:00')
    addWeek(ctx, miraeReply, { from: '2026-11-16', to: '2026-11-23', n: 400, complete: true, value: 372 })
    await lookAt(ctx, night)
    addWeek(ctx, miraeReply, { from: '2026-11-16', to: '2026-11-23', n: 400, complete: true, value: 100 })
    await lookAt(ctx, night + hour)

    await lookAt(ctx, night + 9 * hour)

    expect(ctx.mails).toEqual([])
    expect(drops()).toEqual(['over_meanwhile', 'never_told'])
  })

  it('waits while the alert is snoozed, and is told afterwards if it is still so', async () => {
    const id = addRule(ctx, owner, worse)
    await lookAt(ctx, testNow)
    snoozeRule(ctx.db, id, testNow + 2 * day)
    changeCell(ctx, miraeReply, { state: 'worse' })

    await lookAt(ctx, testNow + day)
    const before = ctx.mails.length
    await lookAt(ctx, testNow + 2 * day)

    expect([before, ctx.mails.length]).toEqual([0, 1])
  })
})

describe('whom an alert reaches', () => {
  it('is cut to what the recipient and the owner see when it is told', async () => {
    const limited = addPerson(ctx, { email: 'limited@demo.example', role: 'manager', brandIds: [miraeId] })
    addRule(ctx, limited, worse, {
      recipients: {
        personIds: [limited, owner],
        addresses: [{ address: 'partner@outside.example', name: null, language: 'en', brandIds: null }],
      },
    })
    await lookAt(ctx, testNow)
    for (const brandId of [miraeId, haneulId, dawonId])
      changeCell(ctx, { brandId, metric: 'first_reply' }, { state: 'worse' })

    await lookAt(ctx, testNow + hour)

    expect(ctx.mails.map(({ to }) => to).sort()).toEqual([
      'limited@demo.example',
      'owner@demo.example',
      'partner@outside.example',
    ])
    for (const { text, html } of ctx.mails) expect(`${text}${html}`).not.toMatch(/하늘|Dawon/)
  })

  it('is nobody who lost the brand between the notice and the mail', async () => {
    const limited = addPerson(ctx, { email: 'limited@demo.example', role: 'viewer', brandIds: [miraeId] })
    addRule(ctx, owner, worse, { recipients: { personIds: [limited] }, hours: { from: 0, to: 9 * 60 } })
    await lookAt(ctx, testNow)
    changeCell(ctx, miraeReply, { state: 'worse' })
    await lookAt(ctx, testNow + hour)
    setPersonBrands(ctx.db, limited, [dawonId])

    await lookAt(ctx, testNow + day - hour)

    expect(ctx.mails).toEqual([])
    expect(drops()).toEqual(['not_reached'])
  })

  it('is nobody where the owner sees no brand any more: the alert pauses', async () => {
    const limited = addPerson(ctx, { email: 'limited@demo.example', role: 'manager', brandIds: [miraeId] })
    addRule(ctx, limited, worse)
    setPersonBrands(ctx.db, limited, [])

    const { notes } = await lookAt(ctx, testNow)

    expect(notes).toEqual(['"Watchful" is paused: its owner sees nothing of it any more'])
  })
})

function drops(): unknown[] {
  return statement<{ because: string }>(
    ctx.db,
    'select dropped_because as because from alert_notice where dropped_at is not null order by event_id',
  )
    .all()
    .map(({ because }) => because)
}
