import { instantOf } from './wire.ts'

/**
 * Values as Zendesk nearly always sends them, told by hand: records by the thousand need no schema as long as they look
 * as expected. Whatever is unusual in any way is refused here and left to the schema, which alone decides.
 */
export type PlainRecord = Record<string, unknown>
type Nothing = null | undefined

export function isRecord(value: unknown): value is PlainRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isRecordIfAny(value: unknown): value is PlainRecord | Nothing {
  return isNothing(value) || isRecord(value)
}

export function isTextIfAny(value: unknown): value is string | Nothing {
  return isNothing(value) || typeof value === 'string'
}

export function isAmountIfAny(value: unknown): value is number | Nothing {
  return isNothing(value) || (typeof value === 'number' && Number.isFinite(value))
}

export function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value)
}

export function isIdIfAny(value: unknown): value is number | Nothing {
  return isNothing(value) || isId(value)
}

/** An id as a number or as text. */
export function isIdWordIfAny(value: unknown): value is string | number | Nothing {
  return isAmountIfAny(value) || typeof value === 'string'
}

export function isFlagIfAny(value: unknown): value is boolean | Nothing {
  return isNothing(value) || typeof value === 'boolean'
}

export function flagOf(value: boolean | Nothing): 0 | 1 | Nothing {
  return isNothing(value) ? value : value ? 1 : 0
}

export function isListIfAny(value: unknown): value is unknown[] | Nothing {
  return isNothing(value) || Array.isArray(value)
}

export function isTextsIfAny(value: unknown): value is string[] | Nothing {
  return isNothing(value) || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
}

export function isIdWordsIfAny(value: unknown): value is (string | number)[] | Nothing {
  return (
    isNothing(value) ||
    (Array.isArray(value) && value.every((item) => !isNothing(item) && isIdWordIfAny(item)))
  )
}

/** Epoch ms, nothing where there is nothing, NaN for anything that is no instant. */
export function momentOf(value: unknown): number | Nothing {
  if (isNothing(value)) return value
  return typeof value === 'string' ? instantOf(value) : NaN
}

/** An id that may be written as text; NaN for anything else. */
export function idOf(value: unknown): number | Nothing {
  if (isIdIfAny(value)) return value
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : NaN
}

function isNothing(value: unknown): value is Nothing {
  return value === null || value === undefined
}
