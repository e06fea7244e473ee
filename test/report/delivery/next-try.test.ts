import { expect, it } from 'vitest'
import { MailRefusedError, MailServerError } from '../../../server/platform/mailer.ts'
import { nextTryAt } from '../../../server/report/delivery/next-try.ts'

const minutes = (error: unknown, attempts: number) => {
  const at = nextTryAt(error, attempts, 0)
  return at === null ? null : at / 60_000
}

it('a mail that failed is tried again, each time later, and given up after eight tries', () => {
  const full = new Error('the disk is full')

  expect([1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => minutes(full, attempts))).toEqual([
    5,
    15,
    45,
    135,
    360,
    360,
    360,
    null,
  ])
})

it('an answer 4yz to a mail is tried again, 5yz is not', () => {
  expect(minutes(new MailRefusedError('busy', 451, 'mail'), 1)).toBe(5)
  expect(minutes(new MailRefusedError('busy', 451, 'mail'), 8)).toBeNull()
  expect(minutes(new MailRefusedError('no such user', 550, 'address'), 1)).toBeNull()
  expect(minutes(new MailRefusedError('spam', 554, 'mail'), 1)).toBeNull()
  expect(minutes(new MailRefusedError('no address', null, 'address'), 1)).toBeNull()
})

it('a server that takes nothing is not held against the mail, however long that lasts', () => {
  expect(minutes(new MailServerError('gone', null, 'unreachable'), 1)).toBe(5)
  expect(minutes(new MailServerError('wrong password', 535, 'sign_in'), 80)).toBe(5)
})
