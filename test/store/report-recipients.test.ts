import { beforeEach, describe, expect, it } from 'vitest'
import { statement } from '../../server/store/database.ts'
import { deleteGroup, listGroups, writeGroup } from '../../server/store/mail-groups.ts'
import type { PlainRecipient } from '../../server/store/named-recipients.ts'
import {
  clearRefused,
  markRefused,
  readNamedRecipients,
  readRecipients,
  readStoppedAddresses,
  resubscribe,
  unsubscribe,
  writeRecipients,
} from '../../server/store/report-recipients.ts'
import { ensureWeeklySchedule } from '../../server/store/report-schedules.ts'
import { addPerson } from '../support/people.ts'
import type { TestContext } from '../support/test-context.ts'
import { testContext } from '../support/test-context.ts'

const nobody = { personIds: [], groupIds: [], addresses: [] }
let ctx: TestContext
let owner: number
let viewer: number
let schedule: number

beforeEach(() => {
  ctx = testContext()
  owner = addPerson(ctx, { email: 'owner@demo.example', role: 'administrator' })
  viewer = addPerson(ctx, { email: 'viewer@demo.example', role: 'viewer', brandIds: [] })
  schedule = ensureWeeklySchedule(ctx.db, {
    name: 'Weekly',
    zone: 'Asia/Seoul',
    weekday: 1,
    hour: 8,
    ownerId: owner,
    recipientIds: [],
  })
})

describe('readRecipients', () => {
  it('reaches people, addresses and groups, each address once', () => {
    const groupId = writeGroup(ctx.db, {
      id: null,
      name: 'Shops',
      personIds: [owner],
      addresses: [plain('shop@outside.example'), plain('Partner@Outside.example')],
    })
    writeRecipients(ctx.db, schedule, {
      personIds: [owner],
      groupIds: [groupId],
      addresses: [{ ...plain('partner@outside.example'), language: 'ko', brandIds: [3] }],
    })

    expect(readRecipients(ctx.db, schedule)).toEqual([
      { address: 'owner@demo.example', personId: owner, name: 'owner', language: 'en', brandIds: null },
      {
        address: 'partner@outside.example',
        personId: null,
        name: 'partner@outside.example',
        language: 'ko',
        brandIds: [3],
      },
      {
        address: 'shop@outside.example',
        personId: null,
        name: 'shop@outside.example',
        language: 'en',
        brandIds: null,
      },
    ])
  })

  it('takes an address that has an account for that account, so that its scope holds', () => {
    writeRecipients(ctx.db, schedule, { ...nobody, addresses: [plain('viewer@demo.example')] })

    expect(readRecipients(ctx.db, schedule)).toMatchObject([{ personId: viewer, name: 'viewer' }])
  })

  it('leaves out closed accounts, however they are named', () => {
    statement(ctx.db, 'update person set disabled_at = 1 where id = :viewer').run({ viewer })
    writeRecipients(ctx.db, schedule, {
      ...nobody,
      personIds: [viewer],
      addresses: [plain('viewer@demo.example')],
    })

    expect(readRecipients(ctx.db, schedule)).toEqual([])
  })

  it('leaves out who unsubscribed until they take it back, and tells of them', () => {
    writeRecipients(ctx.db, schedule, { ...nobody, personIds: [owner, viewer] })
    unsubscribe(ctx.db, { scheduleId: schedule, address: 'Viewer@demo.example', now: 5 })
    const without = addresses()
    const stopped = readStoppedAddresses(ctx.db, schedule)
    resubscribe(ctx.db, schedule, 'viewer@demo.example')

    expect(without).toEqual(['owner@demo.example'])
    expect(stopped).toEqual([
      { address: 'viewer@demo.example', at: 5, because: 'unsubscribed', message: null },
    ])
    expect(addresses()).toEqual(['owner@demo.example', 'viewer@demo.example'])
  })

  it('leaves out an address no server knows until a person says it is right', () => {
    writeRecipients(ctx.db, schedule, { ...nobody, addresses: [plain('typo@outside.example')] })
    markRefused(ctx.db, { address: 'typo@outside.example', message: '550', now: 5 })
    const without = addresses()
    clearRefused(ctx.db, 'typo@outside.example')

    expect(without).toEqual([])
    expect(addresses()).toEqual(['typo@outside.example'])
  })
})

describe('writeRecipients', () => {
  it('replaces whom the schedule names', () => {
    writeRecipients(ctx.db, schedule, { ...nobody, personIds: [owner] })
    writeRecipients(ctx.db, schedule, { ...nobody, addresses: [plain('a@outside.example')] })

    expect(readNamedRecipients(ctx.db, schedule)).toEqual({
      personIds: [],
      groupIds: [],
      addresses: [plain('a@outside.example')],
    })
  })
})

describe('a group', () => {
  it('gets another name and other members, and leaves its schedules when it goes', () => {
    const id = writeGroup(ctx.db, { id: null, name: 'Shops', personIds: [owner], addresses: [] })
    writeRecipients(ctx.db, schedule, { ...nobody, groupIds: [id] })
    writeGroup(ctx.db, { id, name: 'All shops', personIds: [viewer], addresses: [] })
    const groups = listGroups(ctx.db)
    const reached = addresses()
    deleteGroup(ctx.db, id)

    expect(groups).toEqual([{ id, name: 'All shops', personIds: [viewer], addresses: [] }])
    expect(reached).toEqual(['viewer@demo.example'])
    expect(readNamedRecipients(ctx.db, schedule).groupIds).toEqual([])
  })
})

function plain(address: string): PlainRecipient {
  return { address, name: null, language: 'en', brandIds: null }
}

function addresses(): string[] {
  return readRecipients(ctx.db, schedule).map(({ address }) => address)
}
