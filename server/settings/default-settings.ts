import type { AccountSettings, AssumedHours, BrandSettings } from './account-settings.ts'
import { noAccountCosts, noBrandCosts } from './costs.ts'
import { defaultDetailSample } from './detail-sample.ts'
import { defaultZendeskReadings } from './zendesk-readings.ts'

const officeDay: [string, string][] = [['09:00', '18:00']]

/** What is assumed of an account until a person says otherwise; pages show it as "assumed". */
export function defaultAccountSettings(zone: string): AccountSettings {
  return {
    version: 1,
    zone,
    messagingChannels: ['native_messaging'],
    messagingActivatedOn: null,
    unservedAfterMinutes: 60,
    brandOrder: ['ticket', 'department', 'page', 'default_ticket'],
    topics: [],
    readings: defaultZendeskReadings,
    detailSample: defaultDetailSample,
    costs: noAccountCosts,
    brands: [],
  }
}

const officeHours: AssumedHours = {
  openingHours: {
    monday: officeDay,
    tuesday: officeDay,
    wednesday: officeDay,
    thursday: officeDay,
    friday: officeDay,
    saturday: [],
    sunday: [],
  },
  closedDays: [],
}

/** @param hours those of the account's own schedule; without one, office hours */
export function defaultBrandSettings(
  id: number,
  zone: string,
  hours: AssumedHours = officeHours,
): BrandSettings {
  return {
    id,
    zone,
    openingHours: hours.openingHours,
    closedDays: hours.closedDays,
    holidayCalendar: zone === 'Asia/Seoul' ? 'KR' : 'none',
    departments: [],
    hosts: [],
    chatTags: [],
    bots: [],
    botSince: null,
    costs: noBrandCosts,
    cutover: null,
  }
}

/** The settings of one brand, or what is assumed of it. */
export function brandSettingsOf(settings: AccountSettings, brandId: number): BrandSettings {
  const { brands, zone, assumedHours } = settings
  return brands.find((brand) => brand.id === brandId) ?? defaultBrandSettings(brandId, zone, assumedHours)
}
