import type { AccountSettings, AssumedHours, BrandSettings, StatedBrandSettings } from './account-settings.ts'
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
    ...nothingStated(id),
    zone,
    openingHours: hours.openingHours,
    closedDays: hours.closedDays,
    holidayCalendar: zone === 'Asia/Seoul' ? 'KR' : 'none',
  }
}

/** A brand of which nobody has said anything. */
export function nothingStated(id: number): StatedBrandSettings {
  return {
    id,
    departments: [],
    hosts: [],
    chatTags: [],
    bots: [],
    botSince: null,
    openingHoursSince: null,
    costs: noBrandCosts,
    cutover: null,
  }
}

/** The settings of one brand: what was said of it, and what is assumed where nothing was. */
export function brandSettingsOf(settings: AccountSettings, brandId: number): BrandSettings {
  const stated = settings.brands.find((brand) => brand.id === brandId)
  const zone = stated?.zone ?? settings.zone
  // Hours are those of the account's days: in another zone they would be other hours.
  const hours = zone === settings.zone ? settings.assumedHours : undefined
  return { ...defaultBrandSettings(brandId, zone, hours), ...stated }
}
