import { Router } from 'express'
import { identifyCaller } from '../authentication.ts'
import { queryOf, sendList } from '../pagination.ts'
import { sendJson } from '../responses.ts'
import type { Simulation } from '../simulation.ts'
import { isoSeconds } from '../wire-time.ts'
import type { WorldBrand } from '../world/types.ts'
import { accountSettings } from './wire/account-settings.ts'
import { resolutionFieldId, resolutionTierFieldId, ticketFormId } from './wire/account-facts.ts'
import { renderAgent } from './wire/user.ts'

/** Who and what the account consists of: brands, groups, people, ticket fields, settings. */
export function organisationRoutes(simulation: Simulation): Router {
  const router = Router()
  const { world, linkHost } = simulation
  const either = (path: string) => [path, `${path}.json`]

  router.get(either('/brands'), (request, response) => {
    const now = simulation.clock.now()
    const rows = world.brands
      .filter((brand) => brand.createdAt <= now)
      .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    const render = (brand: WorldBrand) => renderBrand(simulation, brand)
    sendList(request, response, { key: 'brands', rows, render, linkHost })
  })
  router.get(either('/groups'), (request, response) => {
    const render = (group: { id: number; name: string }) => renderGroup(simulation, group)
    sendList(request, response, { key: 'groups', rows: world.groups, render, linkHost })
  })
  router.get(either('/users/me'), (request, response) => {
    const caller = identifyCaller(simulation, request.get('authorization'))
    const isKnown = caller === 'administrator' || caller === 'agent'
    const administrator = world.agents[0]
    const anonymous = { id: null, name: 'Anonymous user', email: 'invalid@example.com', role: 'end-user' }
    const isNobody = !isKnown || administrator === undefined
    const role = caller === 'agent' ? { role: 'agent' } : {}
    sendJson(response, {
      user: isNobody ? anonymous : { ...renderAgent(simulation, administrator), ...role },
    })
  })
  router.get(either('/users'), (request, response) => {
    const roles = queryOf(request).getAll('role[]')
    const rows = world.agents
      .map((agent) => renderAgent(simulation, agent))
      .filter((agent) => roles.length === 0 || roles.includes(agent.role))
    sendList(request, response, { key: 'users', rows, render: (user) => user, linkHost })
  })
  router.get(either('/ticket_fields'), (request, response) => {
    sendList(request, response, {
      key: 'ticket_fields',
      rows: ticketFields,
      render: (field) => field,
      linkHost,
    })
  })
  router.get(either('/account/settings'), (_request, response) => {
    sendJson(response, { settings: accountSettings(simulation) })
  })
  return router
}

function renderBrand(simulation: Simulation, brand: WorldBrand) {
  return {
    id: brand.id,
    url: `${simulation.linkHost}/api/v2/brands/${brand.id}.json`,
    name: brand.name,
    subdomain: brand.subdomain,
    brand_url: `https://${brand.subdomain}.zendesk.com`,
    host_mapping: brand.hosts[0] ?? null,
    active: true,
    default: brand.isDefault,
    is_deleted: false,
    has_help_center: true,
    help_center_state: 'enabled',
    ticket_form_ids: [ticketFormId],
    signature_template: '{{agent.signature}}',
    logo: null,
    created_at: isoSeconds(brand.createdAt),
    updated_at: isoSeconds(brand.createdAt),
  }
}

function renderGroup(simulation: Simulation, group: { id: number; name: string }) {
  return {
    id: group.id,
    url: `${simulation.linkHost}/api/v2/groups/${group.id}.json`,
    name: group.name,
    description: '',
    is_public: true,
    default: group === simulation.world.groups[0],
    deleted: false,
    created_at: isoSeconds(simulation.world.startsAt),
    updated_at: isoSeconds(simulation.world.startsAt),
  }
}

const ticketFields = [
  { id: 6130830400001, type: 'subject', title: 'Subject', active: true, removable: false },
  { id: 6130830400002, type: 'status', title: 'Status', active: true, removable: false },
  {
    id: resolutionFieldId,
    type: 'tagger',
    title: 'Resolution type',
    active: true,
    removable: false,
    custom_field_options: [{ id: 6130830400201, name: 'Automated', value: 'automated' }],
  },
  { id: resolutionTierFieldId, type: 'tagger', title: 'Resolution tier', active: true, removable: false },
]
