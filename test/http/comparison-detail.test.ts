import { beforeEach, describe, expect, it } from 'vitest'
import { detailOf } from '../../server/comparison/detail/comparison-detail.ts'
import { seriesAnswerSchema } from '../../server/http/answer-schemas.ts'
import { statement } from '../../server/store/database.ts'
import { draftOf, movedOn, panelOf } from '../comparison/ladder/brands-on-panel.ts'
import { BADA, HANEUL, MIRAE, smallAccount, storeGrid } from './account.ts'
import type { SignedIn } from './signed-in.ts'
import { signInAs } from './signed-in.ts'

let account: ReturnType<typeof smallAccount>
let admin: SignedIn
let viewer: SignedIn

beforeEach(async () => {
  account = smallAccount()
  admin = await signInAs(account.app, 'admin@example.com')
  viewer = await signInAs(account.app, 'viewer@example.com')
})

describe('what stands behind a cell', () => {
  const draft = draftOf(panelOf([{ id: HANEUL, movedOn }, ...[MIRAE, BADA].map((id) => ({ id }))]))
  const full = detailOf(draft)

  beforeEach(() => {
    storeGrid(account.ctx.db, [HANEUL], ['demand'])
    statement(account.ctx.db, 'update comparison_cell set detail = :detail where brand_id = :brandId').run({
      brandId: HANEUL,
      detail: JSON.stringify(full),
    })
  })

  it('is all there for whoever may see every comparison brand', async () => {
    const { body } = await admin.get(`/api/v1/comparisons/${HANEUL}/demand`)

    expect(seriesAnswerSchema.parse(body).detail).toEqual(full)
    expect(body.detail.controls).toEqual([
      { id: MIRAE, name: `Brand ${MIRAE}` },
      { id: BADA, name: `Brand ${BADA}` },
    ])
    expect(body.comparison.reasons).toEqual([])
  })

  it('neither names nor draws comparison brands for a viewer who may not see them', async () => {
    const { body, text } = await viewer.get(`/api/v1/comparisons/${HANEUL}/demand`)

    expect(seriesAnswerSchema.parse(body).detail).toEqual({
      ...full,
      controls: null,
      course: null,
      withoutControl: null,
      eventStudy: null,
      synthetic: null,
    })
    expect(body.comparison.reasons.map(({ code }: { code: string }) => code)).toEqual([
      'controls_outside_access',
    ])
    expect(text).not.toMatch(/Brand 10[23]|"id":10[23]/)
  })

  it('is missing for the same reason where the cells are listed', async () => {
    const { body } = await viewer.get('/api/v1/comparisons')
    const alone = await viewer.get(`/api/v1/comparisons/${HANEUL}/demand`)
    const full = await admin.get('/api/v1/comparisons')

    expect(body.comparisons).toEqual([alone.body.comparison])
    expect(full.body.comparisons[0].reasons).toEqual([])
  })

  it('is not given away by one of two comparison brands that a person may see', async () => {
    const limited = await signInAs(account.app, 'limited@example.com')
    statement(
      account.ctx.db,
      `insert into person_brand (person_id, brand_id) select id, :brandId from person where email = 'limited@example.com'`,
    ).run({ brandId: MIRAE })

    const { body } = await limited.get(`/api/v1/comparisons/${HANEUL}/demand`)

    expect((await limited.get(`/api/v1/comparisons/${MIRAE}/demand`)).status).toBe(200)
    expect([body.detail.controls, body.detail.course, body.detail.eventStudy]).toEqual([null, null, null])
  })
})
