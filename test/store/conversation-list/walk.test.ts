import { beforeEach, describe, expect, it } from 'vitest'
import type { ListQuestion, Sorting } from '../../../server/store/conversation-list/question.ts'
import { sortRows } from '../../../server/store/conversation-list/sorted-rows.ts'
import { walkByTime, walkSorted } from '../../../server/store/conversation-list/walk.ts'
import type { Database } from '../../../server/store/database.ts'
import { statement } from '../../../server/store/database.ts'
import { addBrand } from '../../support/brands.ts'
import { insertConversation } from '../../support/conversation-rows.ts'
import { testContext } from '../../support/test-context.ts'

const everything: ListQuestion = { brandIds: [1, 2], filter: {}, figure: null }
const byTime: Sorting = { by: 'started', isDescending: false }
const byReply: Sorting = { by: 'first_reply', isDescending: true }
const begin = Date.parse('2026-03-02T10:00:00+09:00')
let db: Database

beforeEach(() => {
  const ctx = testContext()
  db = ctx.db
  addBrand(ctx, 1, 'Haneul')
  addBrand(ctx, 2, 'Mirae')
  for (let n = 0; n < 250; n += 1)
    insertConversation(db, {
      id: `chat:${String(n).padStart(3, '0')}`,
      brand_id: (n % 2) + 1,
      started_at: begin + n * 1000,
      first_reply_seconds: n % 10 === 0 ? null : n,
    })
})

describe('a walk through a whole list', () => {
  it('meets every row once, in the order of time', () => {
    const ids = [...walkByTime(db, everything, byTime)].flat().map(({ id }) => id)

    expect(ids).toHaveLength(250)
    expect(ids).toEqual([...new Set(ids)].sort())
  })

  it('meets every row once, in any other order, what is not known last', () => {
    const ids = [...walkSorted(db, sortRows(db, everything, byReply))].flat().map(({ id }) => id)

    expect(ids).toHaveLength(250)
    expect(new Set(ids).size).toBe(250)
    expect(ids.slice(0, 3)).toEqual(['chat:249', 'chat:248', 'chat:247'])
    expect(ids.slice(224, 226)).toEqual(['chat:001', 'chat:240'])
  })

  it('passes over what was deleted since the order was worked out', () => {
    const sorted = sortRows(db, everything, byReply)
    statement(db, "delete from conversation where id = 'chat:249'").run()

    const [first] = [...walkSorted(db, sorted)].flat()

    expect(first.id).toBe('chat:248')
  })

  it.each([
    ['in the order of time', () => walkByTime(db, everything, byTime)],
    ['in another order', () => walkSorted(db, sortRows(db, everything, byReply))],
  ])('holds nothing open between two chunks (%s)', (_, walk) => {
    const rows = walk()

    expect(rows.next().value).toHaveLength(100)

    // A statement that is still being read would refuse this, and would keep the database from being closed.
    statement(db, 'update conversation set agent_count = 2').run()
    expect(rows.next().value).toHaveLength(100)
    rows.return(undefined)
    db.close()
    expect(db.open).toBe(false)
  })
})
