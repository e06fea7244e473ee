import { expect, it } from 'vitest'
import { MailRefusedError } from '../../../server/platform/mailer.ts'
import { UpstreamError } from '../../../server/platform/problem.ts'
import { nextTryAt } from '../../../server/report/delivery/next-try.ts'

const minutes = (error: unknown, attempts: number) => {
  const at = nextTryAt(error, attempts, 0)
  return at === null ? null : at / 60_000
}

it('a server that cannot be reached is asked again, each time later, and given up after eight tries', () => {
  const gone = new UpstreamError('the mail server could not be reached', null)

  expect([1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => minutes(gone, attempts))).toEqual([
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

it('an answer 4yz is tried again, 5yz is not, a refused sign-in is', () => {
  expect(minutes(new MailRefusedError('busy', 451, 'mail'), 1)).toBe(5)
  expect(minutes(new MailRefusedError('no such user', 550, 'address'), 1)).toBeNull()
  expect(minutes(new MailRefusedError('spam', 554, 'mail'), 1)).toBeNull()
  expect(minutes(new MailRefusedError('wrong password', 535, 'sign_in'), 1)).toBe(5)
})
