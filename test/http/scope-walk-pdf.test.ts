import { afterAll, beforeAll, expect, it } from 'vitest'
import { BADA, HANEUL, hiddenOnes } from './scope-account.ts'
import type { Answer, Walk } from './scope-walk.ts'
import { isDrawn, secretsFor, startWalk, toldIn } from './scope-walk.ts'

let walk: Walk
let drawn: Answer[]

beforeAll(async () => {
  walk = await startWalk(hiddenOnes)
  drawn = await walk.walk('viewer', isDrawn)
}, 120_000)

afterAll(() => walk?.close())

it('a document tells of the brands its reader sees and of no other', () => {
  expect(drawn.map(({ path, status }) => [path, status])).toEqual([
    ['/api/v1/pdf/overview', 200],
    [`/api/v1/pdf/brands/${HANEUL}?lang=ko`, 200],
    [`/api/v1/pdf/brands/${BADA}?lang=ko`, 200],
    ['/api/v1/pdf/compare?metric=first_reply', 200],
  ])
  expect(toldIn(drawn, /Haneul/).length).toBe(3)
  expect(toldIn(drawn, secretsFor('viewer', hiddenOnes))).toEqual([])
})

it('somebody who sees everything finds what is looked for here', async () => {
  const { id, name } = hiddenOnes.moved

  const document = await walk.ask('admin', 'get /api/v1/pdf/brands/:brand', {
    path: `/api/v1/pdf/brands/${id}`,
  })

  expect(document.status).toBe(200)
  expect(document.body).toContain(name)
})
