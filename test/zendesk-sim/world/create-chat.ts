import { DAY_MS } from './calendar.ts'
import type { Edges } from './edges.ts'
import type { Encounter } from './encounter.ts'
import type { TicketNumbers } from './identifiers.ts'
import { chatId } from './identifiers.ts'
import type { Random } from './random.ts'
import { createRandom, seedOf } from './random.ts'
import { drawChatRating } from './ratings.ts'
import type { BrandTruth } from './truth.ts'
import type { WorldBrand, WorldChat } from './types.ts'

const MINUTE_MS = 60_000
/** Old tickets fell to the default brand more often until then. */
const EARLY_UNTIL_DAYS = 52 * 7

export type ChatPlace = {
  accountId: number
  anchor: number
  defaultBrandId: number
  brand: WorldBrand
  truth: BrandTruth
  edges: Edges
  numberOf: TicketNumbers
}

export function createChat(
  place: ChatPlace,
  encounter: Encounter,
  startedAt: number,
  requesterId: number,
  options: { mapped: boolean; rated: boolean },
): WorldChat {
  const { edges, brand } = place
  const { random, seed } = encounter
  const missed = encounter.firstHumanReplyAt === null
  const endedAt = missed
    ? visitorLeavesAt(place, encounter)
    : toSecond(encounter.lastMessageAt) + 1000 * random.integer(2, 80)
  const deletedAt = random.chance(edges.deleted) ? endedAt + 1000 * random.integer(86_400, 20 * 86_400) : null
  const hasTicket = options.mapped && !random.chance(missed ? edges.missedWithoutTicket : edges.withoutTicket)
  const rating = missed || !options.rated || deletedAt !== null ? null : drawRating(encounter, endedAt)
  const lateTag = random.chance(edges.lateTag)
    ? { at: endedAt + 1000 * random.integer(600, 5 * 86_400), tag: 'reviewed' }
    : null
  const withoutDepartment = random.chance(edges.withoutDepartment)
  const withoutPage = !withoutDepartment && random.chance(edges.withoutPage)
  return {
    kind: 'chat',
    seed,
    id: chatId(startedAt, place.accountId, seed),
    brandId: brand.id,
    requesterId,
    startedAt,
    firstCustomerMessageAt: encounter.clockFrom,
    firstHumanReplyAt: encounter.firstHumanReplyAt,
    lastMessageAt: encounter.lastMessageAt,
    customerMessages: encounter.customerMessages,
    agentMessages: encounter.agentMessages,
    botMessages: 0,
    agentIds: encounter.agentIds,
    tags: encounter.tags,
    departmentId: options.mapped && !withoutDepartment ? brand.departmentId : null,
    pageHost: options.mapped && !withoutPage ? brand.hosts[0] : null,
    ticketId: hasTicket ? place.numberOf(endedAt) : null,
    ticketBrandId: hasTicket ? ticketBrand(place, startedAt, random) : null,
    endedAt,
    missed,
    dropped: !missed && random.chance(edges.dropped),
    triggered: random.chance(edges.triggered),
    rating,
    lateTag: lateTag !== null && (deletedAt === null || lateTag.at < deletedAt) ? lateTag : null,
    deletedAt,
    updateTimes: [],
  }
}

/** A form left while nobody was there: no conversation, and over as soon as it is sent. */
export function createOfflineMessage(
  place: ChatPlace,
  sentAt: number,
  requesterId: number,
  seed: number,
): WorldChat {
  const random = createRandom(seed, 1)
  const hasTicket = !random.chance(place.edges.withoutTicket)
  const deletedAt = random.chance(place.edges.deleted) ? sentAt + random.integer(1, 10) * DAY_MS : null
  return {
    kind: 'offline_message',
    seed,
    id: chatId(sentAt, place.accountId, seed),
    brandId: place.brand.id,
    requesterId,
    startedAt: sentAt,
    firstCustomerMessageAt: sentAt,
    firstHumanReplyAt: null,
    lastMessageAt: sentAt,
    customerMessages: 1,
    agentMessages: 0,
    botMessages: 0,
    agentIds: [],
    tags: [],
    departmentId: place.brand.departmentId,
    pageHost: null,
    ticketId: hasTicket ? place.numberOf(sentAt) : null,
    ticketBrandId: hasTicket ? ticketBrand(place, sentAt, random) : null,
    endedAt: sentAt,
    missed: false,
    dropped: false,
    triggered: false,
    rating: null,
    lateTag: null,
    deletedAt,
    updateTimes: [],
  }
}

/** Every moment at which the export shows the chat anew. */
export function chatUpdateTimes(chat: WorldChat): number[] {
  const times = new Set([chat.endedAt])
  if (chat.rating && chat.rating.answeredAt > chat.endedAt) times.add(chat.rating.answeredAt)
  if (chat.lateTag) times.add(chat.lateTag.at)
  if (chat.deletedAt !== null) times.add(chat.deletedAt)
  return [...times].sort((a, b) => a - b)
}

function drawRating(encounter: Encounter, endedAt: number): WorldChat['rating'] {
  return drawChatRating(endedAt, encounter.goodProbability, createRandom(encounter.seed, 4))
}

/** Unserved visitors mostly stay for more than the hour after which they count as unserved. */
function visitorLeavesAt(place: ChatPlace, encounter: Encounter): number {
  const random = createRandom(seedOf(encounter.seed, 5))
  const leavesEarly = random.chance(place.truth.leftEarlyShare)
  if (!leavesEarly) return toSecond(encounter.clockFrom) + 1000 * random.integer(62 * 60, 73 * 60)
  const stays = toSecond(encounter.clockFrom) + 1000 * random.integer(60, 25 * 60)
  return Math.max(stays, toSecond(encounter.lastMessageAt) + MINUTE_MS / 12)
}

function ticketBrand(place: ChatPlace, startedAt: number, random: Random): number {
  const early = startedAt < place.anchor - EARLY_UNTIL_DAYS * DAY_MS
  const share = early ? place.edges.defaultBrandEarly : place.edges.defaultBrandLate
  return random.chance(share) ? place.defaultBrandId : place.brand.id
}

function toSecond(instant: number): number {
  return Math.ceil(instant / 1000) * 1000
}
