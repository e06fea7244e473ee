import type { DataGap } from '../../contract-health.ts'
import { readAccountSources } from '../../store/account-sources.ts'
import { readUnmappedBots } from '../../store/bot-conversations.ts'
import { readBotExportGap } from '../../store/bot-export-days.ts'
import type { Database } from '../../store/database.ts'
import { engagementsHeldFrom } from '../../store/engagements-held.ts'
import { readPassedOverChannels } from '../../store/passed-over-tickets.ts'
import { readAccountSettings } from '../../store/settings.ts'
import { doTicketsStandIn } from '../../store/stand-in-tickets.ts'
import { toInstant } from './instant.ts'

/** What is in no figure, or only in part, though nothing failed: first what a setting would change. */
export function dataGaps(db: Database): DataGap[] {
  const { messagingChannels } = readAccountSettings(db)
  const exportGap = readBotExportGap(db)
  const heldFrom = engagementsHeldFrom(db)
  return [
    ...readPassedOverChannels(db, messagingChannels).map(({ channel, tickets, first_at }) =>
      gap('channel', { name: channel, count: tickets, since: toInstant(first_at) }),
    ),
    ...readUnmappedBots(db).map(({ bot_id, conversations, first_at }) =>
      gap('bot', { name: bot_id, count: conversations, since: toInstant(first_at) }),
    ),
    ...(exportGap === null ? [] : [gap(`bot_export_${exportGap}`)]),
    ...[...readAccountSources(db)].flatMap(([name, state]) =>
      state === 'allowed' ? [] : [gap(state, { name })],
    ),
    ...(doTicketsStandIn(db) ? [gap('stand_in_tickets')] : []),
    ...(heldFrom === null ? [] : [gap('engagements_before', { since: toInstant(heldFrom) })]),
  ]
}

function gap(kind: DataGap['kind'], more: Partial<DataGap> = {}): DataGap {
  return { kind, name: null, count: null, since: null, ...more }
}
