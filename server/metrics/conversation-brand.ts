import type { AccountKnowledge } from './account-knowledge.ts'
import type { ChatTicket, ConversationDerivation, ConversationFacts } from './conversation-row.ts'

type FoundBrand = Pick<ConversationDerivation, 'brand_id' | 'brand_source'>

const unmapped: FoundBrand = { brand_id: null, brand_source: 'unmapped' }

/**
 * Which brand a conversation belongs to, and how that was found. A messaging ticket carries its brand; a chat has
 * none, so the steps of `settings.brandOrder` are tried in turn.
 */
export function brandOf(
  facts: ConversationFacts,
  chatTicket: ChatTicket | null,
  account: AccountKnowledge,
): FoundBrand {
  if (facts.scope !== null) return named(facts.ticket_brand_id, 'ticket')
  const ticketBrand = chatTicket?.brand_id ?? null
  const steps = {
    ticket: ticketBrand === account.defaultBrandId ? null : ticketBrand,
    department: facts.department_id === null ? null : account.brandOfDepartment.get(facts.department_id),
    page: facts.page_host === null ? null : account.brandOfHost.get(facts.page_host),
    default_ticket: ticketBrand,
  }
  for (const step of account.settings.brandOrder) {
    const found = named(steps[step] ?? null, step)
    if (found !== unmapped) return found
  }
  return unmapped
}

function named(brandId: number | null, source: FoundBrand['brand_source']): FoundBrand {
  return brandId === null ? unmapped : { brand_id: brandId, brand_source: source }
}

/** The first rule of the configured list whose tag and group (those it names) both match; else `other`. */
export function topicOf(tags: string, groupId: number | null, account: AccountKnowledge): string {
  if (account.settings.topics.length === 0) return 'other'
  const present = new Set<unknown>(JSON.parse(tags))
  const rule = account.settings.topics.find(
    ({ tag, groupId: group }) =>
      (tag === undefined || present.has(tag)) && (group === undefined || group === groupId),
  )
  return rule?.topic ?? 'other'
}
