import type { OpeningHours } from '../periods/opening-hours.ts'
import { startOfDay } from '../periods/zone.ts'
import type { AccountSettings } from '../settings/account-settings.ts'
import { openingHoursOf } from '../settings/brand-hours.ts'
import { brandSettingsOf, defaultBrandSettings } from '../settings/default-settings.ts'

/** What every derivation of a conversation needs to know of the account, indexed once. */
export type AccountKnowledge = {
  settings: AccountSettings
  /** Old chats fell to this brand, so a chat ticket that names it proves little. */
  defaultBrandId: number | null
  /** Brand → the first moment a bot was seen answering (epoch ms). */
  botSince: Map<number, number>
  /** Brand → the start of the day from which a person says a bot answers (epoch ms). */
  botSinceSet: ReadonlyMap<number, number>
  brandOfDepartment: ReadonlyMap<number, number>
  brandOfHost: ReadonlyMap<string, number>
  /** Lower-case tag of a live chat → brand. */
  brandOfTag: ReadonlyMap<string, number>
  /** Channels whose tickets are counted. */
  messagingChannels: ReadonlySet<string>
  /** The account has no Chat API: tickets of live chats stand in for the chats. */
  ticketsStandIn: boolean
  /** Opening hours and zone of a brand; of an unmapped conversation: the account's. */
  hoursOf(brandId: number | null): OpeningHours
}

export function createAccountKnowledge(
  settings: AccountSettings,
  defaultBrandId: number | null,
  botSince: ReadonlyMap<number, number>,
  ticketsStandIn = false,
): AccountKnowledge {
  const hours = new Map<number | null, OpeningHours>()
  return {
    settings,
    defaultBrandId,
    botSince: new Map(botSince),
    botSinceSet: new Map(
      settings.brands.flatMap(({ id, botSince: day }) =>
        day === null ? [] : [[id, startOfDay(day, brandSettingsOf(settings, id).zone)]],
      ),
    ),
    brandOfDepartment: new Map(
      settings.brands.flatMap((brand) => brand.departments.map((department) => [department, brand.id])),
    ),
    brandOfHost: new Map(
      settings.brands.flatMap((brand) => brand.hosts.map((host) => [host.toLowerCase(), brand.id])),
    ),
    brandOfTag: new Map(
      settings.brands.flatMap((brand) => brand.chatTags.map((tag) => [tag.toLowerCase(), brand.id])),
    ),
    messagingChannels: new Set(settings.messagingChannels),
    ticketsStandIn,
    hoursOf(brandId) {
      let found = hours.get(brandId)
      if (!found) {
        const brand =
          brandId === null
            ? defaultBrandSettings(0, settings.zone, settings.assumedHours)
            : brandSettingsOf(settings, brandId)
        hours.set(brandId, (found = openingHoursOf(brand)))
      }
      return found
    },
  }
}

/** From when on a bot may have answered first at a brand: the earlier of what was seen and what a person says. */
export function botStartOf({ botSince, botSinceSet }: AccountKnowledge, brandId: number): number | null {
  const seen = botSince.get(brandId)
  const set = botSinceSet.get(brandId)
  return seen === undefined || set === undefined ? (seen ?? set ?? null) : Math.min(seen, set)
}
