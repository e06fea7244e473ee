import { isZone } from '../../server/periods/zone.ts'
import { storeAccountSources } from '../../server/store/account-sources.ts'
import { storeArticleCounts } from '../../server/store/article-counts.ts'
import type { Organisation } from '../../server/store/organisation.ts'
import { storeOrganisation } from '../../server/store/organisation.ts'
import { storeSchedules } from '../../server/store/schedules.ts'
import { readAccountSettings } from '../../server/store/settings.ts'
import { factsOfSettings, readZendeskSettings } from './account/account-settings.ts'
import { readArticleCounts } from './account/article-counts.ts'
import { readBrandRecords, rowOfBrand } from './account/brands.ts'
import { readAgentRecords, readGroupRecords, rowOfAgent, rowOfGroup } from './account/people.ts'
import { readSchedules, zonesByName } from './account/schedules.ts'
import { factsOfFields, readTicketFields } from './account/ticket-fields.ts'
import type { Stream } from './stream.ts'

/** Brands, groups, agents, schedules and the account's own facts, as they are now. */
export const account: Stream = {
  name: 'account',
  scope: '',
  lane: 'first',
  walk: 'present',
  exclusionMs: 0,
  async readPage(sync) {
    const { client, config, db } = sync
    const settings = await readZendeskSettings(client)
    const brands = await readBrandRecords(client)
    const groups = await readGroupRecords(client)
    const agents = await readAgentRecords(client)
    const fields = await readTicketFields(client)
    const zones = zonesByName([...agents.rows, ...(settings.localization ? [settings.localization] : [])])
    const schedules = await readSchedules(client, zones)
    const zone = settings.localization?.iana_time_zone ?? config.defaultZone
    const defaultBrandId =
      settings.brands?.default_brand_id ?? brands.rows.find((brand) => brand.default)?.id ?? null
    const known = readAccountSettings(db)
    const ownZone = zone && isZone(zone) ? zone : null
    const articles = await readArticleCounts(sync, brands.rows, defaultBrandId, ownZone ?? known.zone)
    const organisation: Organisation = {
      brands: brands.rows.map((brand) => rowOfBrand(brand, defaultBrandId)),
      groups: groups.rows.map(rowOfGroup),
      agents: agents.rows.map(rowOfAgent),
      // A row that was not understood may be one of those stored: then none of them is known to be gone.
      isComplete: {
        brands: brands.quarantined.length === 0,
        groups: groups.quarantined.length === 0,
        agents: agents.quarantined.length === 0,
      },
      facts: {
        ...factsOfSettings(settings),
        ...factsOfFields(fields.value, known.readings),
        zone: ownZone,
        default_brand_id: defaultBrandId === null ? null : String(defaultBrandId),
      },
    }
    return {
      rows: brands.rows.length + groups.rows.length + agents.rows.length + (schedules.schedules?.length ?? 0),
      quarantined: [brands, groups, agents, schedules].flatMap(({ quarantined }) => quarantined),
      cursor: null,
      isLast: true,
      reachedAt: null,
      write: () =>
        storeSchedules(db, schedules.schedules ?? [], schedules.isComplete) +
        storeArticleCounts(db, articles.counts) +
        storeAccountSources(db, {
          ticket_fields: fields.state,
          ...schedules.states,
          ...(articles.state !== null && { article_counts: articles.state }),
        }) +
        // Last: brands that are new have their tickets derived with everything else known.
        storeOrganisation(db, organisation),
    }
  },
}
