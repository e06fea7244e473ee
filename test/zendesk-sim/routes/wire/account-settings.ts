import type { Simulation } from '../../simulation.ts'
import { isPast } from './ticket-state.ts'

/** The part of GET /account/settings that says something about chat, messaging and brands. */
export function accountSettings(simulation: Simulation) {
  const { world, features } = simulation
  const now = simulation.clock.now()
  return {
    active_features: {
      chat: features.chat,
      customer_satisfaction: features.satisfactionRatings,
      business_hours: features.schedules,
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
    routing: {
      enabled: features.engagements,
      autorouting_tag: '',
      max_email_capacity: 0,
      max_messaging_capacity: 5,
    },
    user: { language_selection: true, time_zone_selection: true, multiple_organizations: false },
  }
}
