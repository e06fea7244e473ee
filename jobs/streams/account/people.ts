import { z } from 'zod'
import type { Organisation } from '../../../server/store/organisation.ts'
import type { ZendeskClient } from '../../zendesk/client.ts'
import { readWholeList } from '../../zendesk/list-page.ts'
import { flag, id } from '../../zendesk/wire.ts'
import { understand } from '../understand.ts'
import { accountRequest, readAccountList } from './account-list.ts'

const groupSchema = z.object({ id, name: z.string(), deleted: flag.nullish() })
const agentSchema = z.object({
  id,
  role: z.string(),
  active: flag.nullish(),
  suspended: flag.nullish(),
  default_group_id: id.nullish(),
  iana_time_zone: z.string().nullish(),
  time_zone: z.string().nullish().catch(null),
})

export type GroupRecord = z.infer<typeof groupSchema>
export type AgentRecord = z.infer<typeof agentSchema>

export async function readGroupRecords(client: ZendeskClient) {
  return understand(await readAccountList(client, '/api/v2/groups', 'groups'), groupSchema)
}

/** One list per role: a query holds a key once. */
export async function readAgentRecords(client: ZendeskClient) {
  const request = { ...accountRequest('/api/v2/users'), key: 'users' }
  const agents = await readWholeList(client, { ...request, query: { 'role[]': 'agent' } })
  const administrators = await readWholeList(client, { ...request, query: { 'role[]': 'admin' } })
  return understand([...agents, ...administrators], agentSchema)
}

export function rowOfGroup({ id, name, deleted }: GroupRecord): Organisation['groups'][number] {
  return { id, name, deleted: deleted ?? 0 }
}

export function rowOfAgent(agent: AgentRecord): Organisation['agents'][number] {
  return {
    id: agent.id,
    role: agent.role,
    active: agent.active === 0 || agent.suspended === 1 ? 0 : 1,
    default_group_id: agent.default_group_id ?? null,
    zone: agent.iana_time_zone ?? null,
  }
}
