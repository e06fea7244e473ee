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
  // So does a chat of an imported file that names its brand.
  const isNamed = facts.import_id !== null && facts.ticket_brand_id !== null
  if (facts.scope !== null || isNamed) return named(facts.ticket_brand_id, 'ticket')
  const ticketBrand = chatTicket?.brand_id ?? null
  const steps = {
    ticket: ticketBrand === account.defaultBrandId ? null : ticketBrand,
    department: facts.department_id === null ? null : account.brandOfDepartment.get(facts.department_id),
    page: facts.page_host === null ? null : account.brandOfHost.get(facts.page_host),
    tag: account.brandOfTag.size === 0 ? null : brandOfTags(facts.tags, account),
    default_ticket: ticketBrand,
  }
  for (const step of account.settings.brandOrder) {
    const found = named(steps[step] ?? null, step)
    if (found !== unmapped) return found
  }
  return unmapped
}

/** Tags are kept in order, so that of several that name a brand always the same one decides. */
function brandOfTags(tags: string, { brandOfTag }: AccountKnowledge): number | null {
  const list: readonly string[] = JSON.parse(tags)
  for (const tag of list) {
    const brand = brandOfTag.get(tag.toLowerCase())
    if (brand !== undefined) return brand
  }
  return null
}

function named(brandId: number | null, source: FoundBrand['brand_source']): FoundBrand {
  return brandId === null ? unmapped : { brand_id: brandId, brand_source: source }
}

/** The first rule of the configured list whose tag, form and group (those it names) all match; else `other`. */
export function topicOf(
  { tags, form_id, group_id }: Pick<ConversationFacts, 'tags' | 'form_id' | 'group_id'>,
  account: AccountKnowledge,
): string {
  if (account.settings.topics.length === 0) return 'other'
  const present = new Set<unknown>(JSON.parse(tags))
  const rule = account.settings.topics.find(
    ({ tag, formId, groupId }) =>
      (tag === undefined || present.has(tag)) &&
      (formId === undefined || formId === form_id) &&
      (groupId === undefined || groupId === group_id),
  )
  return rule?.topic ?? 'other'
}
