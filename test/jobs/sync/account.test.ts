import { expect, it } from 'vitest'
import { readAccountStart } from '../../../server/store/organisation.ts'
import { accountAnswer, scripted } from './scripted-client.ts'
import { count, freshDatabase, syncByName } from './sync-support.ts'

const first = { id: 1, name: 'A', default: true, created_at: '2026-01-01T00:00:00Z' }
const second = { id: 2, name: 'B', created_at: '2026-02-01T00:00:00Z' }

it('a brand that does not say when it was made stops nothing', async () => {
  const { sync } = scripted(({ path }) => accountAnswer(path, [{ id: 1, name: 'A', created_at: 'long ago' }]))

  await syncByName(sync, 'account')

  expect(sync.db.prepare('select id, created_at from brand').all()).toEqual([{ id: 1, created_at: 0 }])
  expect(count(sync.db, 'quarantine')).toBe(0)
  expect(readAccountStart(sync.db)).toBe(0)
})

it('the account began with the oldest brand that says so', async () => {
  const { sync } = scripted(({ path }) => accountAnswer(path, [{ id: 3, name: 'C' }, second, first]))

  await syncByName(sync, 'account')

  expect(readAccountStart(sync.db)).toBe(Date.parse('2026-01-01T00:00:00Z'))
})

it('a brand keeps the day it was made once that is known', async () => {
  const db = freshDatabase()
  await syncByName(scripted(({ path }) => accountAnswer(path, [first]), { db }).sync, 'account')

  const again = await syncByName(
    scripted(({ path }) => accountAnswer(path, [{ ...first, created_at: null }]), { db }).sync,
    'account',
  )

  expect(again.changed).toBe(0)
  expect(readAccountStart(db)).toBe(Date.parse('2026-01-01T00:00:00Z'))
})

it('no brand is taken for deleted while one row of the list is not understood', async () => {
  const db = freshDatabase()
  await syncByName(scripted(({ path }) => accountAnswer(path, [first, second]), { db }).sync, 'account')

  await syncByName(
    scripted(({ path }) => accountAnswer(path, [first, { ...second, name: null }]), { db }).sync,
    'account',
  )
  expect(count(db, 'brand where deleted = 1')).toBe(0)
  expect(count(db, 'quarantine')).toBe(1)

  await syncByName(scripted(({ path }) => accountAnswer(path, [first]), { db }).sync, 'account')
  expect(db.prepare('select id from brand where deleted = 1').all()).toEqual([{ id: 2 }])
})

it('agents and groups stay what they are while a row of their list is not understood', async () => {
  const db = freshDatabase()
  const answer = (agents: readonly unknown[], groups: readonly unknown[]) =>
    scripted(
      ({ path, query }) => {
        if (path === '/api/v2/groups') return { groups, next_page: null }
        if (path === '/api/v2/users') return { users: query?.['role[]'] === 'agent' ? agents : [] }
        return accountAnswer(path, [first])
      },
      { db },
    ).sync
  await syncByName(
    answer([{ id: 5, role: 'agent', active: true }], [{ id: 9, name: 'Orders', deleted: false }]),
    'account',
  )

  await syncByName(answer([{ id: 5 }], [{ id: 9 }]), 'account')

  expect(count(db, 'agent where active = 1')).toBe(1)
  expect(count(db, 'grp where deleted = 0')).toBe(1)
})
