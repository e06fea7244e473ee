import { describe, expect, it } from 'vitest'
import { catalog, catalogVersion } from '../../server/metrics/catalog.ts'
import { brandsAnswerSchema, metricsAnswerSchema } from '../../server/http/answer-schemas.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../server/settings/default-settings.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { testNow } from '../support/test-context.ts'
import { BADA, HANEUL, MIRAE, smallAccount } from './account.ts'
import { signInAs } from './signed-in.ts'

describe('GET /brands', () => {
  it('lists every brand that was not deleted, by name, with its zone and the day it moved', async () => {
    const { ctx, app } = smallAccount()
    const settings = defaultAccountSettings('Asia/Seoul')
    settings.brands.push(defaultBrandSettings(BADA, 'America/New_York'))
    writeAccountSettings(ctx.db, settings, testNow)

    const { status, body } = await (await signInAs(app, 'manager@example.com')).get('/api/v1/brands')

    expect(status).toBe(200)
    expect(brandsAnswerSchema.parse(body)).toEqual({
      brands: [
        { id: BADA, name: 'Bada', zone: 'America/New_York', cutover: null },
        {
          id: HANEUL,
          name: 'Haneul',
          zone: 'Asia/Seoul',
          cutover: {
            wentLiveOn: '2026-04-20',
            rampEnd: '2026-05-04',
            source: 'confirmed',
            rampSource: 'measured',
            detectedOn: '2026-04-21',
            note: 'half a day of pilot before',
          },
        },
        { id: MIRAE, name: 'Mirae', zone: 'Asia/Seoul', cutover: null },
      ],
    })
  })

  it.each(['viewer@example.com', 'limited@example.com'])('shows %s the named brands only', async (email) => {
    const { app } = smallAccount()

    const { body, text } = await (await signInAs(app, email)).get('/api/v1/brands')

    expect(body.brands.map(({ name }: { name: string }) => name)).toEqual(['Haneul'])
    expect(text).not.toMatch(/Mirae|Bada|Gone/)
  })
})

describe('GET /metrics', () => {
  it('gives the catalogue without what only the computation needs', async () => {
    const { app } = smallAccount()

    const { status, body } = await (await signInAs(app, 'viewer@example.com')).get('/api/v1/metrics')

    expect(status).toBe(200)
    const { version, metrics } = metricsAnswerSchema.parse(body)
    expect(version).toBe(catalogVersion)
    expect(metrics).toHaveLength(catalog.length)
    expect(metrics.filter(({ primary }) => primary).map(({ key }) => key)).toEqual([
      'first_reply',
      'unserved_rate',
      'recontact_rate',
      'csat',
      'demand',
      'human_workload',
    ])
  })
})
