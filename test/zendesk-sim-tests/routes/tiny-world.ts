import type { World, WorldChat, WorldTicket } from '../../zendesk-sim/world/types.ts'

/** "Now" of these tests. */
export const now = Date.parse('2026-11-16T00:00:00Z')
export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

export const books = 360002783501
export const outdoor = 360002783502
export const booksGroup = 360008117401
export const outdoorGroup = 360008117402
export const mina = 370000000001
export const jun = 370000000002
export const customer = 380000000001
export const anonymous = 380000000002

/** A live chat: asked at once, answered after 30 seconds, over after ten minutes. */
export function aChat(startedAt: number, rest: Partial<WorldChat> & { id: string }): WorldChat {
  const endedAt = rest.endedAt ?? startedAt + 10 * minute
  return {
    kind: 'chat',
    seed: 7,
    brandId: books,
    requesterId: customer,
    startedAt,
    firstCustomerMessageAt: startedAt,
    firstHumanReplyAt: startedAt + 30 * second,
    lastMessageAt: startedAt + 9 * minute,
    customerMessages: 3,
    agentMessages: 2,
    botMessages: 0,
    agentIds: [mina],
    tags: ['topic_easy'],
    departmentId: booksGroup,
    pageHost: 'books.example.com',
    ticketId: null,
    ticketBrandId: null,
    endedAt,
    missed: false,
    dropped: false,
    triggered: false,
    rating: null,
    lateTag: null,
    deletedAt: null,
    updateTimes: [endedAt],
    ...rest,
  }
}

/** A messaging ticket without a bot: answered after a minute, still open. */
export function aTicket(startedAt: number, rest: Partial<WorldTicket> & { id: number }): WorldTicket {
  return {
    kind: 'ticket',
    seed: 9,
    brandId: outdoor,
    requesterId: customer,
    startedAt,
    firstCustomerMessageAt: startedAt,
    firstHumanReplyAt: startedAt + minute,
    lastMessageAt: startedAt + 5 * minute,
    customerMessages: 2,
    agentMessages: 2,
    botMessages: 0,
    agentIds: [mina],
    tags: [],
    channel: 'native_messaging',
    groupId: outdoorGroup,
    bot: false,
    handedOffAt: startedAt,
    solvedAt: null,
    reopenedAt: null,
    solvedAgainAt: null,
    closedAt: null,
    deletedAt: null,
    resolution: null,
    followUpOf: null,
    brandChange: null,
    rating: null,
    updateTimes: [startedAt],
    ...rest,
  }
}

export function aWorld(chats: WorldChat[], tickets: WorldTicket[] = []): World {
  const startsAt = now - 500 * day
  return {
    seed: 1,
    subdomain: 'demo',
    accountId: 10414779,
    zone: 'Asia/Seoul',
    anchor: Date.parse('2026-11-15T15:00:00Z'),
    startsAt,
    endsAt: now + 7 * day,
    aiAgentTicketsSince: now - 200 * day,
    brands: [
      {
        id: outdoor,
        key: 'faster',
        name: 'Mirae Outdoor',
        subdomain: 'mirae-outdoor',
        isDefault: false,
        zone: 'Asia/Seoul',
        createdAt: startsAt,
        departmentId: outdoorGroup,
        hosts: ['outdoor.example.com'],
        wentLiveAt: now - 200 * day,
        botSince: now - 100 * day,
        botId: 'b0700001',
      },
      {
        id: books,
        key: 'never_moved',
        name: 'Hanbit Books',
        subdomain: 'hanbit-books',
        isDefault: true,
        zone: 'Asia/Seoul',
        createdAt: startsAt,
        departmentId: booksGroup,
        hosts: ['books.example.com'],
        wentLiveAt: null,
        botSince: null,
        botId: null,
      },
    ],
    groups: [
      { id: booksGroup, name: '도서 상담' },
      { id: outdoorGroup, name: '아웃도어 상담' },
    ],
    agents: [
      { id: mina, name: '김민아', email: 'mina@demo.example', groupId: booksGroup, active: true },
      { id: jun, name: '박준', email: 'jun@demo.example', groupId: outdoorGroup, active: true },
    ],
    requesters: new Map([
      [
        customer,
        { id: customer, name: '이서연', email: 'seoyeon@example.com', externalId: 'member-1', locale: 'ko' },
      ],
      [anonymous, { id: anonymous, name: 'Web User 67ab', email: null, externalId: null, locale: 'ko' }],
    ]),
    chats,
    tickets,
  }
}

/** A ticket that a bot answers first; handed to people after ten minutes unless told otherwise. */
export function aBotTicket(startedAt: number, rest: Partial<WorldTicket> & { id: number }): WorldTicket {
  const handedOffAt = rest.handedOffAt === undefined ? startedAt + 10 * minute : rest.handedOffAt
  return aTicket(startedAt, {
    bot: true,
    botMessages: 1,
    customerMessages: 3,
    handedOffAt,
    firstHumanReplyAt: handedOffAt === null ? null : handedOffAt + minute,
    updateTimes: handedOffAt === null ? [startedAt] : [startedAt, handedOffAt],
    ...rest,
  })
}
