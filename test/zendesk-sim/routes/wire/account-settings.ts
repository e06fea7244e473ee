import type { Simulation } from '../../simulation.ts'
import { isPast } from './ticket-state.ts'
import type { World } from '../../world/types.ts'

const hour = 60
const day = 24 * hour

/** The part of GET /account/settings that says something about chat, messaging and brands. */
export function accountSettings(simulation: Simulation) {
  const { world, features } = simulation
  const now = simulation.clock.now()
  return {
    active_features: {
      chat: features.chat,
      customer_satisfaction: features.satisfactionRatings,
      business_hours: true,
      explore: true,
    },
    agents: { agent_workspace: true, unified_agent_statuses: true },
    api: { accepted_api_agreement: true, api_password_access: 'false', api_token_access: 'true' },
    brands: {
      default_brand_id: world.brands.find((brand) => brand.isDefault)?.id ?? null,
      require_brand_on_new_tickets: false,
    },
    chat: { available: true, enabled: features.chat, integrated: true, maximum_request_count: 3 },
    localization: { locale_ids: [69, 1], iana_time_zone: world.zone, time_zone: 'Seoul' },
    messaging_inactivity: { enabled: world.brands.some((brand) => isPast(brand.wentLiveAt, now)) },
    routing: { enabled: true, autorouting_tag: '', max_email_capacity: 0, max_messaging_capacity: 5 },
    user: { language_selection: true, time_zone_selection: true, multiple_organizations: false },
  }
}

/** Monday to Friday, nine to six; minutes since Sunday 00:00 in the schedule's zone, as Zendesk counts. */
export function businessSchedules(world: World) {
  const intervals = [1, 2, 3, 4, 5].map((weekday) => ({
    start_time: weekday * day + 9 * hour,
    end_time: weekday * day + 18 * hour,
  }))
  return [{ id: 6130830500001, name: 'Business hours', time_zone: world.zone, intervals }]
}
