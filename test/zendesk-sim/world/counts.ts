import { isTold, worldEngagements } from './engagements.ts'
import type { World, WorldChat, WorldTicket } from './types.ts'

/** A count, and how it falls on brands; the key null is what no brand could be found for. */
export type Tally = { total: number; byBrand: ReadonlyMap<number | null, number> }

export type WorldCounts = {
  /** Ended live chats that are not deleted. */
  chats: Tally
  offlineMessages: Tally
  /** Deleted rows of the chat export, offline messages included. */
  deletedChats: number
  /** Messaging tickets people have had to do with, not deleted. */
  agentTickets: Tally
  /** Messaging tickets still with the bot, or ended by it, not deleted. */
  aiAgentTickets: Tally
  /** Tickets chats and offline messages left behind, not deleted, by the brand on the ticket. */
  chatTickets: Tally
  /** Deleted tickets, of messaging and of chats. */
  deletedTickets: number
  chatRatings: Tally
  legacyRatingsOffered: Tally
  legacyRatingsAnswered: Tally
  surveysOffered: Tally
  surveysAnswered: Tally
  /** Agents' work on tickets that Zendesk tells at the moment of `satisfaction`. */
  engagements: Tally
  brands: number
  groups: number
  agents: number
}

/** Up to when each export shows what happened. */
export type CutOffs = { chats: number; tickets: number; satisfaction: number }

/** The Chat export hides the last five minutes, the ticket export the last one. */
export function cutOffsAt(now: number): CutOffs {
  return { chats: now - 300_000, tickets: now - 60_000, satisfaction: now }
}

/** What a complete copy of the account holds at `now`, exactly: `worldCounts(world, cutOffsAt(now))`. */
export function worldCounts(world: World, cutOffs: CutOffs): WorldCounts {
  const ended = world.chats.filter((chat) => chat.endedAt <= cutOffs.chats)
  const chats = ended.filter((chat) => !happened(chat.deletedAt, cutOffs.chats))
  const brandOfChat = (chat: WorldChat): number | null => mappedBrandId(world, chat)
  const withTicket = world.chats.filter((chat) => chat.ticketId !== null && chat.endedAt <= cutOffs.tickets)
  const chatTickets = withTicket.filter((chat) => !happened(chat.deletedAt, cutOffs.tickets))
  const created = world.tickets.filter((ticket) => ticket.startedAt <= cutOffs.tickets)
  const tickets = created.filter((ticket) => !happened(ticket.deletedAt, cutOffs.tickets))
  const brandOfTicket = (ticket: WorldTicket): number => ticketBrandIdAt(ticket, cutOffs.tickets)
  const rated = (system: 'legacy_rating' | 'survey', answered: boolean): Tally => {
    const matches = world.tickets.filter(
      ({ rating }) =>
        rating?.system === system &&
        rating.offeredAt <= cutOffs.satisfaction &&
        (!answered || happened(rating.answeredAt, cutOffs.satisfaction)),
    )
    return tally(matches, brandOfTicket)
  }
  return {
    chats: tally(
      chats.filter(({ kind }) => kind === 'chat'),
      brandOfChat,
    ),
    offlineMessages: tally(
      chats.filter(({ kind }) => kind === 'offline_message'),
      brandOfChat,
    ),
    deletedChats: ended.length - chats.length,
    agentTickets: tally(
      tickets.filter((ticket) => happened(ticket.handedOffAt, cutOffs.tickets)),
      brandOfTicket,
    ),
    aiAgentTickets: tally(
      tickets.filter((ticket) => !happened(ticket.handedOffAt, cutOffs.tickets)),
      brandOfTicket,
    ),
    chatTickets: tally(chatTickets, (chat) => chat.ticketBrandId),
    deletedTickets: withTicket.length - chatTickets.length + created.length - tickets.length,
    chatRatings: tally(
      chats.filter(({ rating }) => rating !== null && rating.answeredAt <= cutOffs.chats),
      brandOfChat,
    ),
    legacyRatingsOffered: rated('legacy_rating', false),
    legacyRatingsAnswered: rated('legacy_rating', true),
    surveysOffered: rated('survey', false),
    surveysAnswered: rated('survey', true),
    engagements: tally(
      worldEngagements(world).filter((engagement) => isTold(engagement, cutOffs.satisfaction)),
      ({ ticket }) => brandOfTicket(ticket),
    ),
    brands: world.brands.length,
    groups: world.groups.length,
    agents: world.agents.length,
  }
}

/** The brand a chat can be given to from what Zendesk tells of it, by the order of the metric catalogue's rule 6. */
export function mappedBrandId(world: World, chat: WorldChat): number | null {
  const onTicket = world.brands.find(({ id }) => id === chat.ticketBrandId)
  if (onTicket && !onTicket.isDefault) return onTicket.id
  const byDepartment = world.brands.find(({ departmentId }) => departmentId === chat.departmentId)
  const byPage = world.brands.find(({ hosts }) => chat.pageHost !== null && hosts.includes(chat.pageHost))
  return byDepartment?.id ?? byPage?.id ?? onTicket?.id ?? null
}

/** A ticket's brand at a moment: some were put right by hand. */
export function ticketBrandIdAt(ticket: WorldTicket, at: number): number {
  return ticket.brandChange && at < ticket.brandChange.at ? ticket.brandChange.from : ticket.brandId
}

function happened(at: number | null, until: number): boolean {
  return at !== null && at <= until
}

function tally<Row>(rows: readonly Row[], brandOf: (row: Row) => number | null): Tally {
  const byBrand = new Map<number | null, number>()
  for (const row of rows) byBrand.set(brandOf(row), (byBrand.get(brandOf(row)) ?? 0) + 1)
  return { total: rows.length, byBrand }
}
