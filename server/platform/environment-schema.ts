import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isZone } from '../periods/zone.ts'

const text = z.string().trim().min(1, 'must not be blank')
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an address such as https://example.com' })
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Every name this program reads from the environment, with its default and its rule. */
export const environmentSchema = z.object({
  PORT: wholeNumber(0, 65_535).default(8080),
  DATABASE_FILE: text.default('data/cutover.db'),
  PUBLIC_URL: webAddress.optional(),
  APP_SECRET: z
    .string('is missing: make one with: openssl rand -base64 48')
    .trim()
    .min(16, 'must be at least 16 characters; make one with: openssl rand -base64 48'),
  STRICT_SCOPE: oneOf(['on', 'off']).default('off'),
  CUTOVER_JOBS: oneOf(['child', 'off']).default('child'),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  TZ_DEFAULT: text.refine(isZone, 'is not a time zone; use a name such as Asia/Seoul').optional(),
  ZENDESK_SUBDOMAIN: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/i, 'is the part before .zendesk.com: letters, digits and hyphens only')
    .optional(),
  ZENDESK_BASE_URL: webAddress.optional(),
  ZENDESK_CLIENT_ID: text.optional(),
  ZENDESK_CLIENT_SECRET: text.optional(),
  ZENDESK_EMAIL: z.email('is not an e-mail address').optional(),
  ZENDESK_API_TOKEN: text.optional(),
  ZENDESK_CHAT_TOKEN: text.optional(),
  ZENDESK_CHAT_CLIENT_ID: text.optional(),
  ZENDESK_CHAT_CLIENT_SECRET: text.optional(),
  AI_AGENTS_BASE_URL: webAddress.optional(),
  AI_AGENTS_API_KEY: text.optional(),
  AI_AGENTS_ORGANIZATION_ID: text.optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address such as smtps://user:password@mail.example.com' })
    .refine((url) => !/^smtps?:.*[?#]/.test(url), 'takes nothing after the host and the port')
    .optional(),
  SMTP_CA_FILE: text
    .refine(
      isCertificateFile,
      'must name a file that holds a certificate in PEM form (-----BEGIN CERTIFICATE-----)',
    )
    .optional(),
  SMTP_MAILS_PER_MINUTE: wholeNumber(1, 60_000).default(600),
  MAIL_FROM: text
    .regex(
      /^([^<>\p{Cc}]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/u,
      'must be one address, or a name and one in angle brackets: Cutover <cutover@company.example>',
    )
    .default('Cutover <cutover@localhost>'),
  OUTBOX_DIR: text.default('data/outbox'),
  CUTOVER_NOW: z
    .string()
    .refine(isInstant, 'is not an instant; use a form such as 2026-11-16T09:00:00+09:00')
    .optional(),
  CUTOVER_NOW_FROZEN: oneOf(['0', '1']).default('0'),
  ZENDESK_RATE_WINDOW_SCALE: z.coerce
    .number('must be a number of 1 or more')
    .min(1, 'must be a number of 1 or more')
    .default(1),
})

export type Environment = z.infer<typeof environmentSchema>

function wholeNumber(lowest: number, highest: number) {
  const error = `must be a whole number between ${lowest} and ${highest}`
  return z.coerce.number(error).int(error).min(lowest, error).max(highest, error)
}

function oneOf<const Choices extends readonly [string, ...string[]]>(choices: Choices) {
  return z.enum(choices, `must be one of: ${choices.join(', ')}`)
}

/** An ISO instant with its offset: a local time would mean another moment on every machine. */
function isInstant(value: string): boolean {
  const hasOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(value)
  return hasOffset && !Number.isNaN(Date.parse(value))
}

function isCertificateFile(file: string): boolean {
  try {
    return new X509Certificate(readFileSync(file)).subject !== undefined
  } catch {
    return false
  }
}
