import { describe, expect, it } from 'vitest'
import { hashPassword, passwordProblem, verifyPassword } from '../../server/platform/passwords.ts'

describe('a password', () => {
  it('is kept as Argon2id with its own salt', async () => {
    const first = await hashPassword('correct horse battery')
    const second = await hashPassword('correct horse battery')

    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(second).not.toBe(first)
  })

  it('opens its own hash and no other', async () => {
    const hash = await hashPassword('correct horse battery')

    expect(await verifyPassword('correct horse battery', hash)).toBe(true)
    expect(await verifyPassword('correct horse batterY', hash)).toBe(false)
  })

  it('typed on another keyboard is the same password', async () => {
    const hash = await hashPassword('비밀번호입니다요'.normalize('NFC'))

    expect(await verifyPassword('비밀번호입니다요'.normalize('NFD'), hash)).toBe(true)
  })

  it('never opens an account that does not exist', async () => {
    expect(await verifyPassword('correct horse battery', null)).toBe(false)
  })

  it.each([
    ['123456789', 'must have at least 10 characters'],
    ['1234567890', null],
    ['x'.repeat(200), null],
    ['x'.repeat(201), 'must have at most 200 characters'],
  ])('%# has the right length or is told which', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem)
  })
})
