import type { Simulation } from '../../simulation.ts'
import { isoSeconds } from '../../wire-time.ts'
import type { WorldAgent, WorldRequester } from '../../world/types.ts'

/** A customer as `include=users` shows one; anonymous people have neither e-mail nor external id. */
export function renderRequester(requester: WorldRequester) {
  return {
    id: requester.id,
    name: requester.name,
    email: requester.email,
    external_id: requester.externalId,
    role: 'end-user',
    locale: requester.locale,
    active: true,
  }
}

export function renderAgent(simulation: Simulation, agent: WorldAgent) {
  return {
    id: agent.id,
    url: `${simulation.linkHost}/api/v2/users/${agent.id}.json`,
    name: agent.name,
    email: agent.email,
    external_id: null,
    role: agent === simulation.world.agents[0] ? 'admin' : 'agent',
    role_type: null,
    custom_role_id: null,
    default_group_id: agent.groupId,
    locale: 'ko',
    time_zone: 'Seoul',
    iana_time_zone: simulation.world.zone,
    active: agent.active,
    verified: true,
    suspended: false,
    tags: [],
    created_at: isoSeconds(simulation.world.startsAt),
    updated_at: isoSeconds(simulation.world.startsAt),
    last_login_at: isoSeconds(simulation.clock.now()),
  }
}
