import type { WorldDay } from './calendar.ts'
import { DAY_MS, tuesdayIndex, worldDays } from './calendar.ts'
import { chatUpdateTimes, createChat, createOfflineMessage } from './create-chat.ts'
import { closeBefore, createBotOnlyTicket, createTicket, reopen, ticketUpdateTimes } from './create-ticket.ts'
import type { Edges } from './edges.ts'
import type { DayMood } from './encounter.ts'
import { drawEncounter, moodOf } from './encounter.ts'
import { firstMessageDelay } from './first-message-delay.ts'
import { ticketNumbers } from './identifiers.ts'
import type { Identity } from './people.ts'
import { identityOf, requesterId } from './people.ts'
import type { Random } from './random.ts'
import { createRandom, seedOf } from './random.ts'
import type { Returner } from './returners.ts'
import { createReturners, drawReturn } from './returners.ts'
import type { BrandTruth } from './truth.ts'
import { constants } from './truth.ts'
import type { WorldBrand, WorldChat, WorldTicket } from './types.ts'
import {
  closedSecond,
  eveningShare,
  expectedVolume,
  liveChatShare,
  startTimes,
  volumeShock,
} from './volume.ts'

const HOUR_MS = 3_600_000
/** Of those who write for the first time: with the known ones who return, four in five conversations are known. */
const NEW_AND_KNOWN_SHARE = 0.765
/** Conversations of one day are numbered from here, by what they are. */
const sequenceOf = { unmapped: 1_000_000, offline: 2_000_000, bot: 3_000_000, overnight: 4_000_000 }

export type BrandHistoryInput = {
  worldSeed: number
  anchor: number
  accountId: number
  fromIndex: number
  toIndex: number
  scale: number
  truth: BrandTruth
  brand: WorldBrand
  agentIds: readonly number[]
  defaultBrandId: number
  otherBrandIds: readonly number[]
  edges: Edges
}

/** One brand's whole life, day by day: a conversation may bring its requester back on a later one. */
export function createBrandHistory(input: BrandHistoryInput): { chats: WorldChat[]; tickets: WorldTicket[] } {
  const { worldSeed, truth, brand, edges } = input
  const numberOf = ticketNumbers(input.anchor, truth.number)
  const chatPlace = { ...input, numberOf }
  const ticketPlace = { brand, truth, edges, otherBrandIds: input.otherBrandIds, numberOf }
  const movedIndex = truth.movedWeeksAgo === null ? Infinity : tuesdayIndex(truth.movedWeeksAgo)
  const botIndex = truth.botWeeksAgo === null ? Infinity : tuesdayIndex(truth.botWeeksAgo)
  const speakers = input.agentIds.map((id) => [id])
  const people = createReturners()
  const botPeople = createReturners()
  const chats: WorldChat[] = []
  const tickets: WorldTicket[] = []
  let requesters = 0

  for (const day of worldDays(input.anchor, brand.zone, input.fromIndex, input.toIndex)) {
    const shock = volumeShock(worldSeed, truth.number, day.index)
    const mood = moodOf(worldSeed, truth.number, day, shock)
    const expected = expectedVolume(truth.perDay * input.scale, day, shock)
    const random = createRandom(worldSeed, truth.number, day.index, 1)
    const chatShare = liveChatShare(day.index - movedIndex, day)
    addConversations(day, mood, random, random.poisson(expected), chatShare)
    addUnmappedChats(day, mood, random, expected * chatShare)
    addOfflineMessages(day, random, expected * chatShare)
    addOvernight(day, mood, random, expected * (1 - chatShare))
    if (day.index >= botIndex) addBotOnly(day, random, expected * (1 - chatShare))
  }
  for (const chat of chats) chat.updateTimes = chatUpdateTimes(chat)
  for (const ticket of tickets) ticket.updateTimes = ticketUpdateTimes(ticket, edges)
  return { chats, tickets }

  function addConversations(
    day: WorldDay,
    mood: DayMood,
    random: Random,
    count: number,
    chatShare: number,
  ): void {
    let chatsLeft = Math.floor(count * chatShare + random.uniform())
    const evening = eveningShare(chatShare, edges.offlineShare)
    startTimes(day, count, random, evening).forEach((startedAt, sequence, all) => {
      const isChat = random.uniform() < chatsLeft / (all.length - sequence)
      if (isChat) chatsLeft--
      const returner = people.take(startedAt)
      if (isChat) addChat(day, mood, startedAt, sequence, returner)
      else addTicket(day, mood, startedAt, sequence, returner)
    })
  }

  function addChat(
    day: WorldDay,
    mood: DayMood,
    startedAt: number,
    sequence: number,
    who: Returner | null,
  ): void {
    const delay = firstMessageDelay(seedOf(worldSeed, truth.number, day.index, sequence))
    const encounter = encounterAt(day, mood, startedAt, startedAt + delay, sequence)
    const requester = who?.requesterId ?? newRequester('chat', encounter.seed)
    const rated = day.index < movedIndex || truth.csatAfter !== 'survey'
    const chat = createChat(chatPlace, encounter, startedAt, requester, { mapped: true, rated })
    chats.push(chat)
    if (chat.deletedAt === null) bringBack(chat.requesterId, chat.endedAt, mood, chat.seed, null)
  }

  function addTicket(
    day: WorldDay,
    mood: DayMood,
    startedAt: number,
    sequence: number,
    who: Returner | null,
  ): void {
    const encounter = encounterAt(day, mood, startedAt, startedAt, sequence)
    const requester = who?.requesterId ?? newRequester('ticket', encounter.seed)
    const followsUp = who?.followsUp ?? null
    const withBot = day.index >= botIndex && followsUp === null
    const ticket = createTicket(ticketPlace, encounter, requester, {
      withBot,
      followUpOf: followsUp?.id ?? null,
    })
    if (followsUp) closeBefore(followsUp, startedAt)
    tickets.push(ticket)
    if (ticket.deletedAt !== null || ticket.solvedAt === null) return
    bringBack(requester, ticket.solvedAt, mood, ticket.seed, ticket)
  }

  function encounterAt(day: WorldDay, mood: DayMood, startedAt: number, clockFrom: number, sequence: number) {
    const moved = day.index >= movedIndex
    return drawEncounter({
      worldSeed,
      brand: truth,
      speakers,
      day,
      mood,
      moved,
      startedAt,
      clockFrom,
      sequence,
    })
  }

  function bringBack(
    requester: number,
    endedAt: number,
    mood: DayMood,
    seed: number,
    ticket: WorldTicket | null,
  ): void {
    if (identityOf(requester) === 'anonymous') return
    const back = drawReturn(endedAt, mood.recontact, ticket !== null, createRandom(seed, 11))
    if (back.kind === 'reopen' && ticket) reopen(ticket, endedAt)
    if (back.kind === 'new' || back.kind === 'follow_up') {
      const followsUp = back.kind === 'follow_up' ? ticket : null
      people.add({ requesterId: requester, dueAt: back.dueAt, expiresAt: back.expiresAt, followsUp })
    }
  }

  function addUnmappedChats(day: WorldDay, mood: DayMood, random: Random, expected: number): void {
    startTimes(day, random.poisson(expected * edges.unmapped), random).forEach((startedAt, i) => {
      const sequence = sequenceOf.unmapped + i
      const encounter = encounterAt(day, mood, startedAt, startedAt + 3000, sequence)
      const requester = requesterId(truth.number, requesters++, 'anonymous')
      chats.push(createChat(chatPlace, encounter, startedAt, requester, { mapped: false, rated: false }))
    })
  }

  function addOfflineMessages(day: WorldDay, random: Random, expected: number): void {
    for (let i = random.poisson(expected * edges.offlineShare) - 1; i >= 0; i--) {
      const sentAt = day.startsAt + 1000 * closedSecond(day, random)
      const seed = seedOf(worldSeed, truth.number, day.index, sequenceOf.offline + i)
      const requester = requesterId(truth.number, requesters++, random.chance(0.95) ? 'email' : 'anonymous')
      chats.push(createOfflineMessage(chatPlace, sentAt, requester, seed))
    }
  }

  /** Messaging keeps the night's questions; people answer them in the morning of the next day. */
  function addOvernight(day: WorldDay, mood: DayMood, random: Random, expected: number): void {
    if (!day.isOpen) return
    for (let i = random.poisson(expected * edges.overnight) - 1; i >= 0; i--) {
      const startedAt = day.startsAt + 20 * HOUR_MS + 1000 * random.integer(0, 3 * 3600)
      const encounter = encounterAt(day, mood, startedAt, startedAt, sequenceOf.overnight + i)
      const waits = day.startsAt + DAY_MS + 9 * HOUR_MS + 1000 * random.integer(60, 2400) - startedAt
      if (encounter.firstHumanReplyAt === null) continue
      const later = waits - (encounter.firstHumanReplyAt - startedAt)
      encounter.firstHumanReplyAt += later
      encounter.lastMessageAt += later
      const requester = newRequester('ticket', encounter.seed)
      tickets.push(createTicket(ticketPlace, encounter, requester, { withBot: false, followUpOf: null }))
    }
  }

  /** What the bot ends comes on top of what people do, so that their work stays what it would have been. */
  function addBotOnly(day: WorldDay, random: Random, humanExpected: number): void {
    const { containedShare } = constants
    const count = random.poisson((humanExpected * containedShare) / (1 - containedShare))
    const starts = startTimes(day, count, random)
    starts.forEach((start, i) => {
      const startedAt = random.chance(0.3) ? day.startsAt + 1000 * random.integer(0, 86_399) : start
      const seed = seedOf(worldSeed, truth.number, day.index, sequenceOf.bot + i)
      const requester = botPeople.take(startedAt)?.requesterId ?? newRequester('ticket', seed)
      const ticket = createBotOnlyTicket(ticketPlace, startedAt, requester, seed)
      tickets.push(ticket)
      if (identityOf(requester) === 'anonymous' || ticket.deletedAt !== null || ticket.solvedAt === null)
        return
      const back = drawReturn(ticket.solvedAt, constants.recontactShare, false, createRandom(seed, 11))
      if (back.kind === 'new') botPeople.add({ requesterId: requester, followsUp: null, ...back })
    })
  }

  function newRequester(source: 'chat' | 'ticket', seed: number): number {
    const draw = createRandom(seed, 12).uniform()
    let identity: Identity = draw < NEW_AND_KNOWN_SHARE ? 'email' : 'anonymous'
    // Live chat cannot pass on a site's own id: those visitors leave an e-mail there.
    if (source === 'ticket' && draw < 0.03) identity = 'external'
    return requesterId(truth.number, requesters++, identity)
  }
}
