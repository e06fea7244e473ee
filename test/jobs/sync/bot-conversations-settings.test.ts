import { describe, expect, it } from 'vitest'
import { syncStream } from '../../../jobs/sync-stream.ts'
import { botConversations } from '../../../jobs/streams/bot-conversations.ts'
import { frozenClock } from '../../../server/platform/clock.ts'
import { readUnmappedBots } from '../../../server/store/bot-conversations.ts'
import { readBotExportGap } from '../../../server/store/bot-export-days.ts'
import { readAbsentStreams } from '../../../server/store/checkpoints.ts'
import { readAccountSettings, writeAccountSettings } from '../../../server/store/settings.ts'
import { contentOf } from '../../support/database-content.ts'
import { demoSettings } from '../../zendesk-sim/demo-settings.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { botStars, exportedByBot } from '../../zendesk-sim/world/bot-export.ts'
import {
  databaseOfFewDays,
  fewDays,
  keptDays,
  lateRows,
  lateTruth,
  noon,
  signPath,
  simulatedBots,
  storedByBot,
  threeBots,
} from './bot-world.ts'
import { count, syncFrom } from './sync-support.ts'

const world = threeBots()
const { sync, requests, requestsTo } = simulatedBots(world)

describe('an account without the export', () => {
  it('that has no key is asked for nothing, and nothing waits for it', async () => {
    const db = databaseOfFewDays(world)
    const asked = requests()

    await sync(db, { aiAgentsKey: null })

    expect(requests()).toBe(asked)
    expect(readBotExportGap(db)).toBe('key')
    expect(readAbsentStreams(db)).toEqual(new Set(['bot-conversations']))
  })

  it('that names no bot is asked for nothing either', async () => {
    const brands = demoSettings(world).brands.map((brand) => ({ ...brand, bots: [] }))
    const db = databaseOfFewDays(world, { brands })

    await sync(db)

    expect(readBotExportGap(db)).toBe('bots')
  })

  it('is read as soon as there is a key', async () => {
    const db = databaseOfFewDays(world)
    await sync(db, { aiAgentsKey: null })

    await sync(db)

    expect(storedByBot(db)).toEqual(lateTruth)
    expect(readBotExportGap(db)).toBe(null)
    expect(readAbsentStreams(db)).toEqual(new Set())
  })

  it('whose key is refused is told what to do, without the key', async () => {
    const db = databaseOfFewDays(world)

    const error = await sync(db, { aiAgentsKey: 'Bearer demo-ai-agents-key' }).catch(
      (error: unknown) => error,
    )

    expect(String(error)).toMatch(/AI agents – Advanced does not accept the key: .*AI_AGENTS_API_KEY/)
    expect(String(error)).not.toContain('demo-ai-agents-key')
  })

  it('that does not know the address at all has no such source', async () => {
    const without = await startSimulator({
      world,
      clock: frozenClock(noon),
      limits: 'off',
      features: { aiAgents: false },
    })
    const db = databaseOfFewDays(world)

    const run = syncStream(syncFrom(without.url, { db, clock: frozenClock(noon) }), botConversations)

    await expect(run).rejects.toThrow(/does not know this address or bot: check AI_AGENTS_BASE_URL/)
    expect(readAbsentStreams(db)).toEqual(new Set(['bot-conversations']))
    await without.close()
  })
})

describe('when the settings change', () => {
  it('conversations follow their bot to another brand, with its days', async () => {
    const db = databaseOfFewDays(world)
    await sync(db)
    const settings = readAccountSettings(db)
    const [first, second, third] = settings.brands
    const brands = [
      { ...first, bots: [] },
      { ...second, bots: [...second.bots, 'b0700003'] },
      { ...third, bots: ['b0700001'] },
    ]

    writeAccountSettings(db, { ...settings, brands }, noon)
    db.exec('delete from rollup_dirty')
    const asked = requestsTo(signPath)
    const { changed } = await sync(db)

    const afresh = databaseOfFewDays(world, { brands })
    expect(requestsTo(signPath)).toBe(asked)
    expect(changed).toBe(2 * lateRows)
    expect(count(db, `bot_conversation where bot_id = 'b0700001' and brand_id = ${third.id}`)).toBe(lateRows)
    expect(count(db, `rollup_dirty where brand_id = ${first.id}`)).toBeGreaterThan(4)
    await sync(afresh)
    expect(contentOf(db).bot_conversation).toEqual(contentOf(afresh).bot_conversation)
  })

  it('conversations of a bot that belongs to nobody are kept and counted', async () => {
    const db = databaseOfFewDays(world)
    await sync(db)
    const settings = readAccountSettings(db)
    const brands = settings.brands.map((brand) =>
      brand.bots.includes('b0700002') ? { ...brand, bots: [] } : brand,
    )

    writeAccountSettings(db, { ...settings, brands }, noon)
    await sync(db)

    expect(readUnmappedBots(db)).toMatchObject([{ bot_id: 'b0700002', conversations: lateRows }])
    expect(count(db, 'bot_conversation')).toBe(3 * lateRows)
  })

  it('other words for a resolution change what was resolved, without asking again', async () => {
    const db = databaseOfFewDays(world)
    await sync(db)
    const settings = readAccountSettings(db)
    const before = count(db, 'bot_conversation where resolved = 1')
    const asked = requestsTo(signPath)

    writeAccountSettings(
      db,
      { ...settings, readings: { ...settings.readings, botResolved: ['resolved'] } },
      noon,
    )
    await sync(db)

    expect(count(db, 'bot_conversation where resolved = 1')).toBe(
      count(db, 'bot_conversation where escalated = 0'),
    )
    expect(count(db, 'bot_conversation where resolved = 1')).toBeGreaterThan(before)
    expect(requestsTo(signPath)).toBe(asked)
  })

  it('other keys for the survey have the files read again that still exist', async () => {
    const readings = { ...fewDays, botSurveyKeys: ['stars'] }
    const db = databaseOfFewDays(world, { readings })
    await sync(db)
    expect(count(db, 'bot_conversation where survey_stars is not null')).toBe(0)

    const settings = readAccountSettings(db)
    writeAccountSettings(db, { ...settings, readings: { ...readings, botSurveyKeys: ['bsat'] } }, noon)
    await sync(db)

    const told = [...exportedByBot(world, noon, keptDays).values()]
      .flat()
      .filter((ticket) => botStars(ticket) !== null)
    expect(count(db, 'bot_conversation where survey_stars is not null')).toBe(told.length)
  })
})
