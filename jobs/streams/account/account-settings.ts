import { z } from 'zod'
import type { ZendeskClient } from '../../zendesk/client.ts'
import { amount, flag, id } from '../../zendesk/wire.ts'
import { accountRequest } from './account-list.ts'

/** Some settings are booleans, some of these are text; one that is neither is as good as not said. */
const yesOrNo = z
  .union([flag, z.stringbool({ truthy: ['true'], falsy: ['false'] }).transform(Number)])
  .nullish()
  .catch(null)
const number = amount.nullish().catch(null)

const settingsSchema = z.object({
  settings: z.object({
    brands: z.object({ default_brand_id: id.nullish() }).nullish(),
    localization: z
      .object({ iana_time_zone: z.string().nullish(), time_zone: z.string().nullish().catch(null) })
      .nullish(),
    agents: z.object({ agent_workspace: yesOrNo, unified_agent_statuses: yesOrNo }).nullish().catch(null),
    chat: z.object({ enabled: yesOrNo, integrated: yesOrNo }).nullish().catch(null),
    active_features: z.object({ customer_satisfaction: yesOrNo }).nullish().catch(null),
    routing: z.object({ enabled: yesOrNo, max_messaging_capacity: number }).nullish().catch(null),
    messaging_inactivity: z.object({ enabled: yesOrNo }).nullish().catch(null),
    api: z.object({ api_token_access: yesOrNo }).nullish().catch(null),
  }),
})

export type ZendeskAccountSettings = z.infer<typeof settingsSchema>['settings']

export async function readZendeskSettings(client: ZendeskClient): Promise<ZendeskAccountSettings> {
  return settingsSchema.parse(await client.get(accountRequest('/api/v2/account/settings'))).settings
}

/** What pages say about the account, 'true' or 'false' as facts are kept; null = Zendesk does not say. */
export function factsOfSettings(settings: ZendeskAccountSettings): Record<string, string | null> {
  const { agents, chat, active_features, routing, messaging_inactivity, api } = settings
  return {
    agent_workspace: word(agents?.agent_workspace),
    unified_agent_statuses: word(agents?.unified_agent_statuses),
    chat_enabled: word(chat?.enabled),
    chat_integrated: word(chat?.integrated),
    csat_enabled: word(active_features?.customer_satisfaction),
    omnichannel_routing: word(routing?.enabled),
    max_messaging_capacity: text(routing?.max_messaging_capacity),
    messaging_inactivity: word(messaging_inactivity?.enabled),
    api_token_access: word(api?.api_token_access),
  }
}

function word(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : value === 1 ? 'true' : 'false'
}

function text(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
