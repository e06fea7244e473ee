import { describe, expect, it } from 'vitest'
import type { AccountSettings, BrandSettings } from '../../server/settings/account-settings.ts'
import { accountSettingsSchema } from '../../server/settings/account-settings.ts'
import {
  brandSettingsOf,
  defaultAccountSettings,
  defaultBrandSettings,
} from '../../server/settings/default-settings.ts'

describe('the settings document', () => {
  it('accepts what is assumed of an account', () => {
    const settings = settingsWith(defaultBrandSettings(1, 'Asia/Seoul'))

    expect(accountSettingsSchema.parse(settings)).toEqual(settings)
  })

  it('survives being written and read again', () => {
    const settings = settingsWith({
      ...defaultBrandSettings(1, 'Asia/Seoul'),
      closedDays: ['2026-12-24'],
      departments: [11, 12],
      hosts: ['shop.example'],
      cutover: { day: '2026-04-20', confirmedBy: 'admin@demo.example', note: null },
    })

    expect(accountSettingsSchema.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
  })

  it('names every bad field at once', () => {
    const brand = {
      ...defaultBrandSettings(1, 'Mars/Olympus'),
      closedDays: ['2026-02-30'],
      cutover: { day: '20 April', confirmedBy: '', note: null },
    }

    expect(complaints({ ...settingsWith(brand), zone: 'Seoul', unservedAfterMinutes: 0 })).toEqual([
      'zone: is not a time zone; use a name such as Asia/Seoul',
      'unservedAfterMinutes: must be 1 minute or more',
      'brands.0.zone: is not a time zone; use a name such as Asia/Seoul',
      'brands.0.closedDays.0: is not a day; use YYYY-MM-DD',
      'brands.0.cutover.day: is not a day; use YYYY-MM-DD',
      'brands.0.cutover.confirmedBy: must name the person who confirmed the day',
    ])
  })

  it('refuses names it does not know, so that a typing error is not silence', () => {
    expect(complaints({ ...defaultAccountSettings('Asia/Seoul'), unservedAfterMinute: 60 }).join()).toContain(
      'unservedAfterMinute',
    )
  })

  it('refuses hours that close before they open', () => {
    const hours = defaultBrandSettings(1, 'Asia/Seoul').openingHours
    const brand = {
      ...defaultBrandSettings(1, 'Asia/Seoul'),
      openingHours: { ...hours, monday: [['22:00', '02:00']] },
    }

    expect(complaints({ ...defaultAccountSettings('Asia/Seoul'), brands: [brand] })).toEqual([
      'brands.0.openingHours.monday.0: must open before it closes; split a span that crosses midnight in two',
    ])
  })

  it('accepts hours up to midnight', () => {
    const brand = defaultBrandSettings(1, 'Asia/Seoul')
    brand.openingHours.monday = [['18:00', '24:00']]

    expect(complaints(settingsWith(brand))).toEqual([])
  })

  it('refuses a brand named twice', () => {
    const brand = defaultBrandSettings(1, 'Asia/Seoul')

    expect(complaints(settingsWith(brand, brand))).toEqual(['brands: names a brand twice'])
  })

  it('refuses a department, page or bot that belongs to two brands', () => {
    const first = { ...defaultBrandSettings(1, 'Asia/Seoul'), departments: [11], hosts: ['shop.example'] }
    const second = { ...defaultBrandSettings(2, 'Asia/Seoul'), departments: [11], hosts: ['shop.example'] }

    expect(complaints(settingsWith(first, second))).toEqual([
      'brands: departments: 11 belongs to two brands',
      'brands: hosts: shop.example belongs to two brands',
    ])
  })

  it('refuses a topic rule that matches nothing', () => {
    expect(complaints({ ...defaultAccountSettings('Asia/Seoul'), topics: [{ topic: 'delivery' }] })).toEqual([
      'topics.0: needs a tag, a formId or a groupId',
    ])
  })
})

describe('a brand nobody described', () => {
  it('is assumed to keep office hours in the zone of the account', () => {
    const brand = brandSettingsOf(defaultAccountSettings('America/New_York'), 7)

    expect(brand.zone).toBe('America/New_York')
    expect(brand.openingHours.friday).toEqual([['09:00', '18:00']])
    expect(brand.openingHours.saturday).toEqual([])
  })

  it('is assumed to keep the Korean holidays only in Korea', () => {
    expect(brandSettingsOf(defaultAccountSettings('Asia/Seoul'), 7).holidayCalendar).toBe('KR')
    expect(brandSettingsOf(defaultAccountSettings('America/New_York'), 7).holidayCalendar).toBe('none')
  })

  it('gives way to what a person said', () => {
    const said = { ...defaultBrandSettings(7, 'Asia/Tokyo'), hosts: ['shop.example'] }

    expect(brandSettingsOf(settingsWith(said), 7)).toEqual(said)
  })

  it('is assumed in what nobody said of it', () => {
    const document = { ...defaultAccountSettings('Asia/Seoul'), brands: [{ id: 7, hosts: ['shop.example'] }] }

    const brand = brandSettingsOf(accountSettingsSchema.parse(document), 7)

    expect(brand).toEqual({ ...defaultBrandSettings(7, 'Asia/Seoul'), hosts: ['shop.example'] })
  })

  it('keeps office hours where its own zone is not that of the assumed hours', () => {
    const night = {
      ...defaultBrandSettings(7, 'Asia/Seoul').openingHours,
      friday: [['00:00', '06:00']] satisfies [string, string][],
    }
    const settings = accountSettingsSchema.parse({
      ...defaultAccountSettings('Asia/Seoul'),
      brands: [{ id: 7, zone: 'Asia/Tokyo' }],
    })

    const brand = brandSettingsOf({ ...settings, assumedHours: { openingHours: night, closedDays: [] } }, 7)

    expect(brand.openingHours.friday).toEqual([['09:00', '18:00']])
  })
})

function settingsWith(...brands: BrandSettings[]): AccountSettings {
  return { ...defaultAccountSettings('Asia/Seoul'), brands }
}

function complaints(document: unknown): string[] {
  const issues = accountSettingsSchema.safeParse(document).error?.issues ?? []
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}
