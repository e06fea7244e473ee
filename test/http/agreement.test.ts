import { beforeEach, describe, expect, it } from 'vitest'
import { compareCounts } from '../../server/metrics/reconciliation.ts'
import type { Slice } from '../../server/store/reconciliation.ts'
import { saveCheck, WHOLE_ACCOUNT } from '../../server/store/reconciliation.ts'
import { insertConversation } from '../support/conversation-rows.ts'
import { testNow } from '../support/test-context.ts'
import { BADA, HANEUL, MIRAE, smallAccount, UNKNOWN } from './account.ts'
import { signInAs } from './signed-in.ts'

const tickets: Slice = {
  ...{ kind: 'tickets', channel: 'native_messaging', scope: 'agent' },
  ...{ brandId: HANEUL, day: '2026-11-09', days: 1 },
}
const chats: Slice = { ...tickets, kind: 'chats', brandId: WHOLE_ACCOUNT, channel: '', scope: '' }

let account: ReturnType<typeof smallAccount>
beforeEach(() => {
  account = smallAccount()
})

describe('GET /agreement', () => {
  it('says day by day what agrees with Zendesk’s counts, a week on each of its days', async () => {
    check({ ...tickets, day: '2026-11-02', days: 7 }, 70, 70)
    check(tickets, 40, 30)
    check({ ...tickets, scope: 'ai_agent' }, 5, 5)
    check({ ...tickets, day: '2026-11-11' }, 9, 9)

    const { status, body } = await read('viewer@example.com', 'all')

    expect(status).toBe(200)
    expect(body).toEqual({
      asOf: new Date(testNow).toISOString(),
      brands: [{ brandId: HANEUL, from: '2026-11-02', days: 'gggggggr-g' }],
    })
  })

  it('counts a red day of the whole account for brands that had chats, and only for whoever sees them all', async () => {
    check(tickets, 9, 9)
    check({ ...tickets, brandId: MIRAE }, 9, 9)
    check({ ...chats, day: '2026-11-10' }, 40, 30)
    insertConversation(account.ctx.db, { id: 'chat:1', brand_id: MIRAE, day: '2026-11-10' })

    expect((await read('manager@example.com', `${HANEUL},${MIRAE}`)).body.brands).toEqual([
      { brandId: HANEUL, from: '2026-11-09', days: 'gg' },
      { brandId: MIRAE, from: '2026-11-09', days: 'gr' },
    ])
    expect((await read('limited@example.com', 'all')).body.brands).toEqual([
      { brandId: HANEUL, from: '2026-11-09', days: 'g' },
    ])
  })

  it('tells nothing of brands the person does not see, nor of those nothing was checked of', async () => {
    check({ ...tickets, brandId: BADA }, 40, 30)

    expect((await read('viewer@example.com', 'all')).body.brands).toEqual([])
    expect((await read('viewer@example.com', String(BADA))).status).toBe(403)
    expect((await read('viewer@example.com', String(UNKNOWN))).status).toBe(403)
  })
})

function check(slice: Slice, theirs: number, ours: number): void {
  saveCheck(account.ctx.db, slice, compareCounts(theirs, { present: ours, deleted: 0 }), testNow)
}

async function read(email: string, brand: string) {
  return (await signInAs(account.app, email)).get(`/api/v1/agreement?brand=${brand}`)
}
