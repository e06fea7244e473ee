import { beforeEach, describe, expect, it } from 'vitest'
import {
  createPerson,
  findPersonByEmail,
  readPerson,
  setPersonBrands,
  updatePassword,
  visibleBrandIds,
} from '../../server/store/people.ts'
import { createSession, findSession } from '../../server/store/sessions.ts'
import { addBrand } from '../support/brands.ts'
import { addPerson } from '../support/people.ts'
import type { TestContext } from '../support/test-context.ts'
import { testContext, testNow } from '../support/test-context.ts'

let ctx: TestContext
beforeEach(() => {
  ctx = testContext()
  addBrand(ctx, 3, 'Bada')
  addBrand(ctx, 1, 'Haneul')
  addBrand(ctx, 2, 'Mirae')
  addBrand(ctx, 4, 'Gone', true)
})

describe('a person', () => {
  it('is found by e-mail address in any case', () => {
    const id = addPerson(ctx, { email: 'Kim@Example.com', role: 'manager' })

    expect(findPersonByEmail(ctx.db, ' KIM@example.COM ')).toMatchObject({ id, email: 'kim@example.com' })
    expect(findPersonByEmail(ctx.db, 'lee@example.com')).toBeNull()
  })

  it('never carries the password hash where it is not needed', () => {
    const id = addPerson(ctx, { email: 'kim@example.com', role: 'manager' })

    expect(readPerson(ctx.db, id)).toEqual({
      id,
      email: 'kim@example.com',
      name: 'kim',
      role: 'manager',
      language: 'en',
      allBrands: true,
      disabledAt: null,
    })
    expect(readPerson(ctx.db, 77)).toBeNull()
  })

  it('cannot be added twice, and nothing of the second is kept', () => {
    addPerson(ctx, { email: 'kim@example.com', role: 'viewer', brandIds: [1] })

    expect(() =>
      createPerson(ctx.db, {
        email: 'KIM@example.com',
        name: 'Kim',
        role: 'administrator',
        language: 'ko',
        allBrands: true,
        passwordHash: 'x',
        now: testNow,
      }),
    ).toThrow('createPerson: kim@example.com has an account already; reset its password instead')
    expect(findPersonByEmail(ctx.db, 'kim@example.com')?.role).toBe('viewer')
  })

  it('is signed out everywhere by a new password', () => {
    const id = addPerson(ctx, { email: 'kim@example.com', role: 'manager' })
    createSession(ctx.db, { tokenHash: 'a', csrfToken: 'b', personId: id, now: testNow })

    updatePassword(ctx.db, id, 'new hash')

    expect(findPersonByEmail(ctx.db, 'kim@example.com')?.passwordHash).toBe('new hash')
    expect(findSession(ctx.db, 'a', testNow)).toBeNull()
    expect(() => updatePassword(ctx.db, 77, 'x')).toThrow('there is no person 77')
  })
})

describe('visible brands', () => {
  it.each([
    ['administrator', 'all', [1, 2, 3]],
    ['administrator', [1], [1, 2, 3]],
    ['manager', 'all', [1, 2, 3]],
    ['manager', [2], [2]],
    ['viewer', 'all', [1, 2, 3]],
    ['viewer', [3, 1, 1, 4, 99], [1, 3]],
    ['viewer', [], []],
  ] as const)('of a %s named %j are %j', (role, brandIds, visible) => {
    const id = addPerson(ctx, { email: 'kim@example.com', role, brandIds })

    expect(visibleOf(id)).toEqual(visible)
  })

  it('are those named last', () => {
    const id = addPerson(ctx, { email: 'kim@example.com', role: 'viewer', brandIds: [1, 2] })

    setPersonBrands(ctx.db, id, [3])

    expect(visibleOf(id)).toEqual([3])
  })
})

function visibleOf(id: number): number[] {
  const person = readPerson(ctx.db, id)
  if (!person) throw new Error('the person was just added')
  return visibleBrandIds(ctx.db, person)
}
