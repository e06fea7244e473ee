import { DAY_MS } from './calendar.ts'
import type { Edges } from './edges.ts'
import type { Encounter } from './encounter.ts'
import type { TicketNumbers } from './identifiers.ts'
import { firstMessageDelay } from './first-message-delay.ts'
import { createRandom, seedOf } from './random.ts'
import { drawLegacyRating, drawSurvey } from './ratings.ts'
import type { BrandTruth } from './truth.ts'
import type { WorldBrand, WorldTicket } from './types.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** An automation closes solved tickets a day of work later. */
const CLOSES_AFTER_MS = 20 * HOUR_MS
/** Nobody answered: an automation gives up after three days. */
const GIVES_UP_AFTER_MS = 3 * DAY_MS
/** A bot's ticket without an answer is solved after four days. */
const BOT_IDLE_MS = 4 * DAY_MS

export type TicketPlace = {
  brand: WorldBrand
  truth: BrandTruth
  edges: Edges
  otherBrandIds: readonly number[]
  numberOf: TicketNumbers
}

/** A messaging conversation that people answer, after a bot if `withBot`. Control passes to people at the clock's start. */
export function createTicket(
  place: TicketPlace,
  encounter: Encounter,
  requesterId: number,
  options: { withBot: boolean; followUpOf: number | null },
): WorldTicket {
  const { seed, random, clockFrom } = encounter
  const bot = options.withBot ? drawBotPrelude(seed) : { seconds: 0, messages: 0 }
  const startedAt = clockFrom - 1000 * bot.seconds
  const id = place.numberOf(startedAt)
  const served = encounter.firstHumanReplyAt !== null
  const solvedAt = served
    ? secondsLater(encounter.lastMessageAt, random.integer(2, 80) + Math.ceil(firstMessageDelay(seed) / 1000))
    : encounter.clockFrom + GIVES_UP_AFTER_MS
  const deletedAt = random.chance(place.edges.deleted)
    ? solvedAt + 1000 * random.integer(86_400, 20 * 86_400)
    : null
  const rated = served && deletedAt === null
  const brandChange = drawBrandChange(place, startedAt, seed)
  return {
    kind: 'ticket',
    seed,
    id,
    brandId: place.brand.id,
    requesterId,
    startedAt,
    firstCustomerMessageAt: startedAt,
    firstHumanReplyAt: encounter.firstHumanReplyAt,
    lastMessageAt: encounter.lastMessageAt,
    // With a bot the question was asked there: people are not told it again.
    customerMessages: encounter.customerMessages + (options.withBot ? bot.messages - 1 : 0),
    agentMessages: encounter.agentMessages,
    botMessages: bot.messages,
    agentIds: encounter.agentIds,
    tags: encounter.tags,
    channel: 'native_messaging',
    groupId: place.brand.departmentId,
    bot: options.withBot,
    handedOffAt: clockFrom,
    solvedAt,
    reopenedAt: null,
    solvedAgainAt: null,
    closedAt: solvedAt + CLOSES_AFTER_MS,
    deletedAt,
    resolution: null,
    followUpOf: options.followUpOf,
    brandChange,
    rating: rated ? drawRating(place, id, solvedAt, encounter) : null,
    updateTimes: [],
  }
}

/**
 * A ticket is solved as long after control passed to people as a chat would have ended after its start: the seconds a
 * chat's visitor needs for the first message are in it.
 */
function secondsLater(instant: number, seconds: number): number {
  return instant + 1000 * seconds
}

/** A conversation that begins and ends with the bot: solved at once when the bot lets go, else after four days. */
export function createBotOnlyTicket(
  place: TicketPlace,
  startedAt: number,
  requesterId: number,
  seed: number,
): WorldTicket {
  const random = createRandom(seed, 1)
  const messages = 1 + random.poisson(1.5)
  const lastMessageAt = startedAt + 1000 * (messages * random.integer(15, 60))
  const solvedAt = lastMessageAt + (random.chance(0.3) ? 5000 : BOT_IDLE_MS)
  const id = place.numberOf(startedAt)
  const deleted = random.chance(place.edges.deleted)
  return {
    kind: 'ticket',
    seed,
    id,
    brandId: place.brand.id,
    requesterId,
    startedAt,
    firstCustomerMessageAt: startedAt,
    firstHumanReplyAt: null,
    lastMessageAt,
    customerMessages: messages,
    agentMessages: 0,
    botMessages: messages,
    agentIds: [],
    tags: [],
    channel: 'native_messaging',
    groupId: null,
    bot: true,
    handedOffAt: null,
    solvedAt,
    reopenedAt: null,
    solvedAgainAt: null,
    closedAt: solvedAt + DAY_MS,
    deletedAt: deleted ? solvedAt + 1000 * random.integer(600, 86_400) : null,
    resolution: random.chance(0.6) ? 'automated' : null,
    followUpOf: null,
    brandChange: null,
    rating: null,
    updateTimes: [],
  }
}

/** The customer writes into the solved ticket, an agent answers, and it is solved again. */
export function reopen(ticket: WorldTicket, solvedAt: number): void {
  const random = createRandom(ticket.seed, 6)
  ticket.reopenedAt = solvedAt + MINUTE_MS * random.integer(10, 180)
  ticket.solvedAgainAt = ticket.reopenedAt + MINUTE_MS * random.integer(6, 60)
  ticket.closedAt = ticket.solvedAgainAt + CLOSES_AFTER_MS
}

/** The ticket closes seconds before the customer's follow-up opens a new one. */
export function closeBefore(ticket: WorldTicket, followUpAt: number): void {
  ticket.closedAt = followUpAt - 1000 * createRandom(ticket.seed, 8).integer(5, 50)
}

/** Every moment at which the ticket export shows the ticket anew; nothing comes after its deletion. */
export function ticketUpdateTimes(ticket: WorldTicket, edges: Edges): number[] {
  const random = createRandom(ticket.seed, 9)
  const systemUpdate = random.chance(edges.systemUpdate)
    ? ticket.startedAt + 1000 * random.integer(3600, 400_000)
    : null
  const answeredAt = ticket.rating?.answeredAt ?? null
  const moments = [
    ticket.startedAt,
    ticket.handedOffAt,
    ticket.firstHumanReplyAt,
    ticket.solvedAt,
    ticket.reopenedAt,
    ticket.solvedAgainAt,
    ticket.closedAt,
    ticket.brandChange?.at ?? null,
    ticket.rating?.system === 'legacy_rating' ? answeredAt : null,
    systemUpdate,
  ]
  const end = ticket.deletedAt ?? Infinity
  const times = new Set(moments.filter((at): at is number => at !== null && at < end))
  if (ticket.deletedAt !== null) times.add(ticket.deletedAt)
  return [...times].sort((a, b) => a - b)
}

function drawBotPrelude(seed: number): { seconds: number; messages: number } {
  const random = createRandom(seed, 3)
  return { seconds: random.integer(40, 240), messages: 2 + random.poisson(1.2) }
}

function drawRating(
  place: TicketPlace,
  ticketId: number,
  solvedAt: number,
  encounter: Encounter,
): WorldTicket['rating'] {
  const random = createRandom(encounter.seed, 4)
  return place.truth.csatAfter === 'survey'
    ? drawSurvey(solvedAt, encounter.goodProbability, encounter.seed, random)
    : drawLegacyRating(ticketId, solvedAt, encounter.goodProbability, random)
}

function drawBrandChange(place: TicketPlace, startedAt: number, seed: number): WorldTicket['brandChange'] {
  const random = createRandom(seedOf(seed, 10))
  if (place.otherBrandIds.length === 0 || !random.chance(place.edges.brandChanged)) return null
  return { at: startedAt + 1000 * random.integer(7200, 172_800), from: random.pick(place.otherBrandIds) }
}
