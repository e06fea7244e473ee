import { describe, expect, it } from 'vitest'
import { openingHoursOf } from '../../../server/settings/brand-hours.ts'
import { accountSettingsSchema } from '../../../server/settings/account-settings.ts'
import { brandSettingsOf } from '../../../server/settings/default-settings.ts'
import { openMinutesBetween } from '../../../server/periods/opening-hours.ts'
import { demoSettings } from '../../zendesk-sim/demo-settings.ts'
import { chatTicketTimes } from '../../zendesk-sim/world/chat-ticket.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { ulidTime } from '../../zendesk-sim/world/identifiers.ts'
import { messagesOf } from '../../zendesk-sim/world/messages.ts'
import { identityOf } from '../../zendesk-sim/world/people.ts'

const now = Date.parse('2026-11-16T09:00:00+09:00')
const world = createSmallWorld(now)
const { chats, tickets } = world
const past = { chats: chats.filter(isPast), tickets: tickets.filter(isPast) }
const surveys = past.tickets.flatMap(({ rating }) => (rating?.system === 'survey' ? [rating] : []))

describe('the small world', () => {
  it('has between one and two thousand conversations', () => {
    const count = chats.length + tickets.length
    expect(count).toBeGreaterThan(1000)
    expect(count).toBeLessThan(2200)
  })

  it.each([
    ['deleted chats', past.chats.filter(({ deletedAt }) => deletedAt !== null)],
    ['deleted tickets', past.tickets.filter(({ deletedAt }) => deletedAt !== null)],
    ['offline messages', past.chats.filter(({ kind }) => kind === 'offline_message')],
    ['missed chats', past.chats.filter(({ missed }) => missed)],
    ['dropped chats', past.chats.filter(({ dropped }) => dropped)],
    ['chats a trigger greeted', past.chats.filter(({ triggered }) => triggered)],
    [
      'chats without a ticket',
      past.chats.filter((chat) => chat.departmentId !== null && chat.ticketId === null),
    ],
    ['chats no brand can be found for', past.chats.filter(isUnmapped)],
    ['chats whose ticket fell to the default brand', past.chats.filter(fellToDefault)],
    [
      'chats known by their page alone',
      past.chats.filter(({ departmentId, pageHost }) => !departmentId && pageHost),
    ],
    ['chats tagged late', past.chats.filter(({ lateTag }) => lateTag !== null)],
    ['chats rated late', past.chats.filter(({ rating, endedAt }) => rating && rating.answeredAt > endedAt)],
    [
      'anonymous requesters',
      past.tickets.filter(({ requesterId }) => identityOf(requesterId) === 'anonymous'),
    ],
    [
      'requesters with an external id alone',
      past.tickets.filter(({ requesterId }) => identityOf(requesterId) === 'external'),
    ],
    ['bot-only tickets', past.tickets.filter(({ bot, handedOffAt }) => bot && handedOffAt === null)],
    ['tickets a bot handed off', past.tickets.filter(({ bot, handedOffAt }) => bot && handedOffAt !== null)],
    ['automated resolutions', past.tickets.filter(({ resolution }) => resolution === 'automated')],
    [
      'tickets nobody answered',
      past.tickets.filter(({ bot, firstHumanReplyAt }) => !bot && firstHumanReplyAt === null),
    ],
    ['reopened tickets', past.tickets.filter(({ reopenedAt }) => reopenedAt !== null)],
    ['follow-up tickets', past.tickets.filter(({ followUpOf }) => followUpOf !== null)],
    ['tickets whose brand was put right', past.tickets.filter(({ brandChange }) => brandChange !== null)],
    ['transfers', past.tickets.filter(({ agentIds }) => agentIds.length === 2)],
    ['night questions answered in the morning', past.tickets.filter(waitedOvernight)],
    ['chat ratings', past.chats.filter(({ rating }) => rating !== null)],
    [
      'legacy ratings',
      past.tickets.filter(({ rating }) => rating?.system === 'legacy_rating' && rating.category),
    ],
    [
      'unanswered legacy offers',
      past.tickets.filter(({ rating }) => rating?.system === 'legacy_rating' && !rating.category),
    ],
    ['answered surveys', surveys.filter(({ category }) => category === 'good')],
    ['unanswered surveys', surveys.filter(({ category }) => category === null)],
    ['neutral answers', surveys.filter(({ category }) => category === 'neutral')],
    ['changed answers', surveys.filter(({ changedTo }) => changedTo !== null)],
    ['a skipped second question', surveys.filter(({ category, secondRating }) => category && !secondRating)],
  ])('has %s', (_name, rows) => {
    expect(rows.length).toBeGreaterThan(0)
  })

  it('has chats that changed in one and the same second', () => {
    const bulk = chats.filter(({ lateTag }) => lateTag?.tag === 'campaign')

    expect(bulk.length).toBeGreaterThan(20)
    expect(new Set(bulk.map(({ lateTag }) => lateTag?.at)).size).toBe(1)
  })

  it('opens a follow-up seconds after the ticket before it closed', () => {
    const followUps = past.tickets.filter(({ followUpOf }) => followUpOf !== null)

    for (const followUp of followUps) {
      const before = tickets.find(({ id }) => id === followUp.followUpOf)
      const seconds = (followUp.startedAt - Number(before?.closedAt)) / 1000
      expect(seconds).toBeGreaterThan(0)
      expect(seconds).toBeLessThan(60)
      expect(followUp.bot).toBe(false)
      expect(followUp.requesterId).toBe(before?.requesterId)
    }
  })

  it('lets unserved chat visitors wait for more than sixty opening minutes, mostly', () => {
    const settings = demoSettings(world)
    const hours = openingHoursOf(brandSettingsOf(settings, world.brands[0].id))
    const stays = past.chats
      .filter(({ missed }) => missed)
      .map((chat) => openMinutesBetween(chat.firstCustomerMessageAt, chat.endedAt, hours))

    expect(stays.filter((minutes) => minutes > 60).length / stays.length).toBeGreaterThan(0.8)
  })

  it('offers a survey at the moment its id tells', () => {
    expect(surveys.every(({ id, offeredAt }) => ulidTime(id) === offeredAt)).toBe(true)
  })

  it('gives every chat with a ticket that ticket from the end of the chat', () => {
    for (const chat of chats) {
      const times = chatTicketTimes(chat)
      if (chat.ticketId === null) expect(times).toEqual([])
      else expect(times[0]).toBe(chat.endedAt)
    }
  })

  it('has settings that tell which departments, pages and bots are whose', () => {
    const settings = demoSettings(world)

    expect(accountSettingsSchema.parse(settings)).toEqual(settings)
    expect(settings.brands.map(({ bots }) => bots.length)).toEqual([0, 1, 0])
  })
})

describe('messages', () => {
  const served = [...chats, ...tickets].filter(({ firstHumanReplyAt }) => firstHumanReplyAt !== null)

  it('come in order and as many as counted', () => {
    for (const one of [...chats, ...tickets]) {
      const messages = messagesOf(world, one)
      const times = messages.map(({ at }) => at)
      const isReopened = one.kind === 'ticket' && one.reopenedAt !== null
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(count(messages, 'customer')).toBe(one.customerMessages + (isReopened ? 1 : 0))
      expect(count(messages, 'agent')).toBe(one.agentMessages + (isReopened ? 1 : 0))
      expect(count(messages, 'bot')).toBe(one.botMessages)
    }
  })

  it('begin with the customer and hold the first human reply', () => {
    for (const one of served) {
      const messages = messagesOf(world, one)
      expect(messages.find(({ by }) => by === 'customer')?.at).toBe(one.firstCustomerMessageAt)
      expect(messages.find(({ by }) => by === 'agent')?.at).toBe(one.firstHumanReplyAt)
    }
  })

  it('end with the last message, before the end of the chat', () => {
    for (const chat of chats) expect(messagesOf(world, chat).at(-1)?.at).toBe(chat.lastMessageAt)
    expect(chats.every(({ lastMessageAt, endedAt }) => lastMessageAt <= endedAt)).toBe(true)
    expect(tickets.every(({ lastMessageAt, solvedAt }) => lastMessageAt < Number(solvedAt))).toBe(true)
  })

  it('leave the bot silent after the hand-off', () => {
    for (const ticket of tickets.filter(({ bot, handedOffAt }) => bot && handedOffAt !== null)) {
      const bot = messagesOf(world, ticket).filter(({ by }) => by === 'bot')
      expect(bot.length).toBeGreaterThan(0)
      expect(Number(bot.at(-1)?.at)).toBeLessThanOrEqual(Number(ticket.handedOffAt))
    }
  })

  it('let every agent of a conversation speak', () => {
    for (const one of served) {
      const speakers = messagesOf(world, one).flatMap(({ agentId }) => agentId ?? [])
      expect([...new Set(speakers)]).toEqual([...one.agentIds])
    }
  })
})

function isPast({ startedAt }: { startedAt: number }): boolean {
  return startedAt < now - 3 * 86_400_000
}

function isUnmapped(chat: (typeof chats)[number]): boolean {
  return chat.departmentId === null && chat.pageHost === null && chat.ticketId === null
}

function fellToDefault(chat: (typeof chats)[number]): boolean {
  const byDefault = world.brands.find(({ isDefault }) => isDefault)?.id
  return chat.ticketBrandId === byDefault && chat.brandId !== byDefault
}

function waitedOvernight({ startedAt, firstHumanReplyAt }: (typeof tickets)[number]): boolean {
  return firstHumanReplyAt !== null && firstHumanReplyAt - startedAt > 8 * 3_600_000
}

function count(messages: { by: string }[], by: string): number {
  return messages.filter((message) => message.by === by).length
}
