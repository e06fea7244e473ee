import { describe, expect, it } from 'vitest'
import { botResolutionOf, exportedResolutionOf } from '../../server/metrics/bot-resolution.ts'
import { defaultZendeskReadings } from '../../server/settings/zendesk-readings.ts'

const readings = defaultZendeskReadings

describe("Zendesk's verdict on a ticket", () => {
  it.each([
    ['automated', null, 1],
    ['Automated', '', 1],
    [null, 'core resolution', 1],
    [null, 'core_resolution', 1],
    ['automated', 'Verified-Resolution', 1],
    ['', 'contained resolution', 1],
    [null, 'assisted escalation', 0],
    ['automated', 'assisted_escalation', 0],
    ['non-automated', null, 0],
    [null, 'something new', 0],
    ['automated', 'something new', 1],
    [null, null, null],
    ['', ' ', null],
  ])('type %j and tier %j: %j', (type, tier, resolved) => {
    expect(botResolutionOf(type, tier, readings)).toBe(resolved)
  })

  it('can be given other words in the settings', () => {
    const words = { ...readings, botResolved: ['resolution_by_bot'] }

    expect(botResolutionOf('resolution by bot', null, words)).toBe(1)
    expect(botResolutionOf('automated', null, words)).toBe(0)
  })
})

describe('the verdict of the export', () => {
  const silent = { status: null, resolution_tier: null, last_resolution: null, automated_resolution: null }

  it('an automated resolution is one whatever the words say', () => {
    const row = { ...silent, automated_resolution: 1, last_resolution: 'Informed' }

    expect(exportedResolutionOf(row, readings)).toEqual({ resolved: 1, escalated: 0 })
  })

  it('a tier of the settings is one where the flag is silent', () => {
    expect(exportedResolutionOf({ ...silent, resolution_tier: 'contained resolution' }, readings)).toEqual({
      resolved: 1,
      escalated: 0,
    })
  })

  it('whoever was handed to a person was not resolved by a tier', () => {
    const row = { ...silent, status: 'Agent escalation', resolution_tier: 'contained resolution' }

    expect(exportedResolutionOf(row, readings)).toEqual({ resolved: 0, escalated: 1 })
  })

  it.each(['Custom escalation', 'EMAIL_ESCALATION', 'escalated to agent'])(
    '%s tells of a person',
    (status) => {
      expect(exportedResolutionOf({ ...silent, status }, readings).escalated).toBe(1)
    },
  )

  it('where nothing is said nothing is known', () => {
    expect(exportedResolutionOf(silent, readings)).toEqual({ resolved: null, escalated: null })
    expect(exportedResolutionOf({ ...silent, status: 'No status' }, readings)).toEqual({
      resolved: null,
      escalated: null,
    })
  })

  it('a flag that says no is a no', () => {
    expect(exportedResolutionOf({ ...silent, automated_resolution: 0 }, readings).resolved).toBe(0)
  })
})
