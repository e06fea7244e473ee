import { z } from 'zod'
import { isZone } from '../../server/periods/zone.ts'
import { UpstreamError } from '../../server/platform/problem.ts'
import type { Organisation } from '../../server/store/organisation.ts'
import { storeOrganisation } from '../../server/store/organisation.ts'
import type { ZendeskClient } from '../zendesk/client.ts'
import { readWholeList } from '../zendesk/list-page.ts'
import { flag, id, instant } from '../zendesk/wire.ts'
import type { Stream } from './stream.ts'
import { understand } from './understand.ts'

const settingsSchema = z.object({
  settings: z.object({
    brands: z.object({ default_brand_id: id.nullish() }).nullish(),
    localization: z.object({ iana_time_zone: z.string().nullish() }).nullish(),
  }),
})
const brandSchema = z.object({
  id,
  name: z.string(),
  subdomain: z.string().nullish(),
  default: flag.nullish(),
  active: flag.nullish(),
  is_deleted: flag.nullish(),
  created_at: instant.nullish().catch(null),
})
const groupSchema = z.object({ id, name: z.string(), deleted: flag.nullish() })
const agentSchema = z.object({
  id,
  role: z.string(),
  active: flag.nullish(),
  suspended: flag.nullish(),
  default_group_id: id.nullish(),
  iana_time_zone: z.string().nullish(),
})
const fieldSchema = z.object({ id, title: z.string().nullish() })

/** Brands, groups, agents and the account's own facts, as they are now. */
export const account: Stream = {
  name: 'account',
  scope: '',
  lane: 'first',
  walk: 'present',
  exclusionMs: 0,
  async readPage({ client, config, db }) {
    const settings = settingsSchema.parse(await client.get(requestOf('/api/v2/account/settings'))).settings
    const listed = await readList(client, '/api/v2/brands', 'brands')
    if (listed.length === 0) {
      throw new UpstreamError(
        'Zendesk lists no brand: tie the OAuth client to an administrator of the account',
        null,
      )
    }
    const brands = understand(listed, brandSchema)
    const groups = understand(await readList(client, '/api/v2/groups', 'groups'), groupSchema)
    const agents = understand(await readAgents(client), agentSchema)
    const fields = understand(await readFields(client), fieldSchema)
    const zone = settings.localization?.iana_time_zone ?? config.defaultZone
    const defaultBrand = settings.brands?.default_brand_id ?? brands.rows.find((brand) => brand.default)?.id
    const resolution = fields.rows.find(({ title }) => title?.trim().toLowerCase() === 'resolution type')
    const organisation: Organisation = {
      brands: brands.rows.map((brand) => ({
        id: brand.id,
        name: brand.name,
        subdomain: brand.subdomain ?? null,
        is_default: brand.id === defaultBrand ? 1 : 0,
        active: brand.active ?? 1,
        deleted: brand.is_deleted ?? 0,
        created_at: brand.created_at ?? 0,
      })),
      groups: groups.rows.map((group) => ({ id: group.id, name: group.name, deleted: group.deleted ?? 0 })),
      agents: agents.rows.map((agent) => ({
        id: agent.id,
        role: agent.role,
        active: agent.active === 0 || agent.suspended === 1 ? 0 : 1,
        default_group_id: agent.default_group_id ?? null,
        zone: agent.iana_time_zone ?? null,
      })),
      // A row that was not understood may be one of those stored: then none of them is known to be gone.
      isComplete: {
        brands: brands.quarantined.length === 0,
        groups: groups.quarantined.length === 0,
        agents: agents.quarantined.length === 0,
      },
      facts: {
        zone: zone && isZone(zone) ? zone : null,
        default_brand_id: defaultBrand === undefined ? null : String(defaultBrand),
        resolution_field_id: resolution ? String(resolution.id) : null,
      },
    }
    return {
      rows: brands.rows.length + groups.rows.length + agents.rows.length,
      quarantined: [...brands.quarantined, ...groups.quarantined, ...agents.quarantined],
      cursor: null,
      isLast: true,
      reachedAt: null,
      write: () => storeOrganisation(db, organisation),
    }
  },
}

function requestOf(path: string) {
  return { path, bucket: 'account', subject: 'account' } as const
}

function readList(client: ZendeskClient, path: string, key: string): Promise<unknown[]> {
  return readWholeList(client, { ...requestOf(path), key })
}

/** One list per role: a query holds a key once. */
async function readAgents(client: ZendeskClient): Promise<unknown[]> {
  const request = { ...requestOf('/api/v2/users'), key: 'users' }
  const agents = await readWholeList(client, { ...request, query: { 'role[]': 'agent' } })
  return [...agents, ...(await readWholeList(client, { ...request, query: { 'role[]': 'admin' } }))]
}

/** Ticket fields only tell where Zendesk's bot verdict stands: without them everything else is still read. */
async function readFields(client: ZendeskClient): Promise<unknown[]> {
  try {
    return await readList(client, '/api/v2/ticket_fields', 'ticket_fields')
  } catch (error) {
    if (error instanceof UpstreamError && (error.status === 403 || error.status === 404)) return []
    throw error
  }
}
