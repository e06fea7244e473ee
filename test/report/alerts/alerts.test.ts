import { beforeEach, describe, expect, it } from 'vitest'
import type { AlertWatch } from '../../../server/contract-alert.ts'
import { statement } from '../../../server/store/database.ts'
import { addPerson } from '../../support/people.ts'
import type { TestContext } from '../../support/test-context.ts'
import { testContext, testNow } from '../../support/test-context.ts'
import { dawonId, miraeId, seedSampleGrid } from '../sample-grid.ts'
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

describe('a verdict that turns to worse', () => {
  it('is told once, with the figure, where to look and what to do', async () => {
    addRule(ctx, owner, worse)
    await lookAt(ctx, testNow)

    changeCell(ctx, miraeReply, { state: 'worse' })
    await lookAt(ctx, testNow + hour)
    await lookAt(ctx, testNow + 2 * hour)
    const [mail] = ctx.mails

    expect(ctx.mails).toHaveLength(1)
    expect(mail.subject).toBe('Cutover alert: First reply time, Mirae Outdoor: Improved → Worse')
    expect(mail.text).toContain('Open the figure: https://cutover.example/brands/101?lang=en#first_reply')
    expect(mail.text).toContain('If you know the cause, note it as an event.')
    expect(mail.text).toContain('Alert “Watchful”, looked after by owner.')
    expect(mail.html).toContain('Improved → Worse')
    expect(mail.headers?.['List-Unsubscribe']).toMatch(/^<https:\/\/cutover.example\/unsubscribe\//)
  })

  it('is no news at the first look', async () => {
    changeCell(ctx, miraeReply, { state: 'worse' })
    addRule(ctx, owner, worse)

    await lookAt(ctx, testNow)
    await lookAt(ctx, testNow + hour)

    expect(ctx.mails).toEqual([])
  })

  it('is no news where the definition changed with it', async () => {
    addRule(ctx, owner, worse)
    await lookAt(ctx, testNow)

    changeCell(ctx, miraeReply, { state: 'worse', metricVersion: 99 })
    await lookAt(ctx, testNow + hour)

    expect(ctx.mails).toEqual([])
  })

  it('is over only once it has been otherwise for a day', async () => {
    addRule(ctx, owner, worse)
    await lookAt(ctx, testNow)
    changeCell(ctx, miraeReply, { state: 'worse' })
    await lookAt(ctx, testNow + hour)

    changeCell(ctx, miraeReply, { state: 'no_clear_change' })
    await lookAt(ctx, testNow + 2 * hour)
    changeCell(ctx, miraeReply, { state: 'worse' })
    await lookAt(ctx, testNow + 5 * hour)
    changeCell(ctx, miraeReply, { state: 'no_clear_change' })
    await lookAt(ctx, testNow + 6 * hour)
    await lookAt(ctx, testNow + 29 * hour)
    const beforeADay = ctx.mails.length
    await lookAt(ctx, testNow + 30 * hour)

    expect(beforeADay).toBe(1)
    expect(ctx.mails.map(({ subject }) => subject)).toEqual([
      'Cutover alert: First reply time, Mirae Outdoor: Improved → Worse',
      'Cutover, over: First reply time, Mirae Outdoor: now No clear change',
    ])
  })

  it('goes on while there is no verdict', async () => {
    addRule(ctx, owner, worse)
    await lookAt(ctx, testNow)
    changeCell(ctx, miraeReply, { state: 'worse' })
    await lookAt(ctx, testNow + hour)

    changeCell(ctx, miraeReply, { state: 'not_comparable' })
    await lookAt(ctx, testNow + 2 * day)
    await lookAt(ctx, testNow + 4 * day)

    expect(ctx.mails).toHaveLength(1)
  })

  it('is told again after the days the alert says, while it lasts', async () => {
    addRule(ctx, owner, worse, { repeatDays: 3 })
    await lookAt(ctx, testNow)
    changeCell(ctx, miraeReply, { state: 'worse' })
    for (const days of [1, 2, 3, 4, 5, 6, 7]) await lookAt(ctx, testNow + days * day)

    expect(ctx.mails.map(({ subject }) => subject)).toEqual([
      'Cutover alert: First reply time, Mirae Outdoor: Improved → Worse',
      'Cutover alert: First reply time, Mirae Outdoor: still Worse',
      'Cutover alert: First reply time, Mirae Outdoor: still Worse',
    ])
  })

  it('is told in one mail where many come at once, in the language of the reader', async () => {
    statement(ctx.db, "update person set language = 'ko'").run()
    addRule(ctx, owner, { ...worse, metrics: null })
    await lookAt(ctx, testNow)

    for (const brandId of [miraeId, dawonId])
      for (const metric of ['first_reply', 'demand']) changeCell(ctx, { brandId, metric }, { state: 'worse' })
    await lookAt(ctx, testNow + hour)

    expect(ctx.mails).toHaveLength(1)
    expect(ctx.mails[0].subject).toMatch(/^Cutover 알림: .+ → 악화 외 3건$/)
    expect(ctx.mails[0].text).toContain('확인하실 내용 4건')
  })

  it('waits where the last mail went out less than an hour ago', async () => {
    addRule(ctx, owner, worse)
    await lookAt(ctx, testNow)
    changeCell(ctx, miraeReply, { state: 'worse' })
    await lookAt(ctx, testNow + hour)

    changeCell(ctx, { ...miraeReply, brandId: dawonId }, { state: 'no_clear_change' })
    await lookAt(ctx, testNow + 1.1 * hour)
    changeCell(ctx, { ...miraeReply, brandId: dawonId }, { state: 'worse' })
    const { waiting } = await lookAt(ctx, testNow + 1.2 * hour)
    const soon = ctx.mails.length
    await lookAt(ctx, testNow + 2 * hour)

    expect(waiting).toBe(1)
    expect(soon).toBe(1)
    expect(ctx.mails[1].subject).toContain('Dawon & Sons <Home>')
    expect(ctx.mails[1].html).toContain('Dawon &amp; Sons &lt;Home&gt;')
  })
})

describe('other changes of a verdict', () => {
  it('tell what was improved and is not any more', async () => {
    addRule(ctx, owner, { kind: 'verdict', change: 'no_longer_improved', metrics: ['first_reply'] })
    await lookAt(ctx, testNow)

    changeCell(ctx, miraeReply, { state: 'no_clear_change' })
    changeCell(ctx, { ...miraeReply, brandId: dawonId }, { state: 'worse' })
    await lookAt(ctx, testNow + hour)

    expect(ctx.mails.map(({ subject }) => subject)).toEqual([
      'Cutover alert: First reply time, Mirae Outdoor: Improved → No clear change',
    ])
  })

  it('tell the first verdict, and never its end', async () => {
    addRule(ctx, owner, { kind: 'verdict', change: 'comparable', metrics: ['first_reply'] })
    changeCell(ctx, { ...miraeReply, brandId: dawonId }, { state: 'not_enough_data' })
    await lookAt(ctx, testNow)

    changeCell(ctx, { ...miraeReply, brandId: dawonId }, { state: 'no_clear_change' })
    await lookAt(ctx, testNow + hour)
    changeCell(ctx, { ...miraeReply, brandId: dawonId }, { state: 'not_enough_data' })
    await lookAt(ctx, testNow + 2 * day)
    await lookAt(ctx, testNow + 4 * day)

    expect(ctx.mails.map(({ subject }) => subject)).toEqual([
      'Cutover alert: First reply time, Dawon & Sons <Home>: Not enough data → No clear change',
    ])
  })

  it('tell any change at most once a day', async () => {
    addRule(ctx, owner, { kind: 'verdict', change: 'any', metrics: ['first_reply'] })
    await lookAt(ctx, testNow)

    changeCell(ctx, miraeReply, { state: 'no_clear_change' })
    await lookAt(ctx, testNow + hour)
    changeCell(ctx, miraeReply, { state: 'improved' })
    await lookAt(ctx, testNow + 3 * hour)
    changeCell(ctx, miraeReply, { state: 'no_clear_change' })
    await lookAt(ctx, testNow + 3 * day)

    expect(ctx.mails).toHaveLength(1)
  })
})

describe('a weekly level', () => {
  const week = { from: '2026-11-16', to: '2026-11-23', n: 400, complete: true }

  it('is told when a complete week passes the limit, in the unit of the figure', async () => {
    addRule(ctx, owner, slow)
    await lookAt(ctx, testNow)

    addWeek(ctx, miraeReply, { ...week, value: 372 })
    await lookAt(ctx, testNow + 7 * day)

    expect(ctx.mails.map(({ subject }) => subject)).toEqual([
      'Cutover alert: First reply time, Mirae Outdoor: 6 min 12 s, above 5 min',
    ])
    expect(ctx.mails[0].text).toContain('Week of 16–22 Nov 2026, 400 conversations.')
  })

  it('is not told of a week that is not complete, nor of one that rests on too few', async () => {
    addRule(ctx, owner, slow)
    await lookAt(ctx, testNow)

    addWeek(ctx, miraeReply, { ...week, value: 372, complete: false })
    await lookAt(ctx, testNow + 3 * day)
    addWeek(ctx, miraeReply, { ...week, value: 372, n: 49 })
    await lookAt(ctx, testNow + 7 * day)

    expect(ctx.mails).toEqual([])
  })

  it('is over once a week is back by half of the smallest change worth calling', async () => {
    addRule(ctx, owner, slow)
    await lookAt(ctx, testNow)
    addWeek(ctx, miraeReply, { ...week, value: 372 })
    await lookAt(ctx, testNow + 7 * day)
    addWeek(ctx, miraeReply, { ...week, from: '2026-11-23', to: '2026-11-30', value: 290 })
    await lookAt(ctx, testNow + 14 * day)
    const stillOn = ctx.mails.length
    addWeek(ctx, miraeReply, { ...week, from: '2026-11-30', to: '2026-12-07', value: 285 })
    await lookAt(ctx, testNow + 21 * day)

    expect(stillOn).toBe(1)
    expect(ctx.mails[1].subject).toBe(
      'Cutover, over: First reply time, Mirae Outdoor: 4 min 45 s, no longer above 5 min',
    )
  })
})
