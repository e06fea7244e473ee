import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Language } from '../../contract.ts'
import type { Config } from '../../platform/config.ts'
import { keyedHash } from '../../platform/secrets.ts'

const DAY_MS = 86_400_000
/** Longer than anybody keeps a mail before answering it, shorter than for ever. */
const VALID_DAYS = 365

const payloadSchema = z.tuple([z.number().int(), z.string(), z.enum(['ko', 'en']), z.number().int()])

/** Whose mails a link ends, and the language its page speaks. */
export type Subscription = { scheduleId: number; address: string; language: Language }

/** Where one click ends a schedule's mails to an address; good for a year. */
export function unsubscribeAddress(
  { publicUrl, appSecret }: Pick<Config, 'publicUrl' | 'appSecret'>,
  { scheduleId, address, language, now }: Subscription & { now: number },
): string {
  const expires = Math.floor(now / DAY_MS) + VALID_DAYS
  const payload = Buffer.from(JSON.stringify([scheduleId, address, language, expires])).toString('base64url')
  return `${publicUrl}/unsubscribe/${payload}~${signatureOf(payload, appSecret)}`
}

/** Whose mails a link ends; null where it was changed, is of another server, or has expired. */
export function readUnsubscribeToken(
  token: string,
  { appSecret }: Pick<Config, 'appSecret'>,
  now: number,
): Subscription | null {
  const [payload, signature] = token.split('~')
  if (signature === undefined || !isSame(signature, signatureOf(payload, appSecret))) return null
  const parsed = payloadSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  if (!parsed.success) return null
  const [scheduleId, address, language, expires] = parsed.data
  return now / DAY_MS < expires + 1 ? { scheduleId, address, language } : null
}

function signatureOf(payload: string, appSecret: string): string {
  return keyedHash(`unsubscribe ${appSecret}`, payload)
}

/** Takes as long wherever the first difference is. */
function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
