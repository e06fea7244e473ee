/** Zendesk's several ways of writing a moment. Instants are epoch milliseconds. */

export function unixSeconds(instant: number): number {
  return Math.floor(instant / 1000)
}

/** '2026-11-16T00:00:00Z', as the Support API and most of the Chat API write it. */
export function isoSeconds(instant: number): string {
  return `${naiveSeconds(instant)}Z`
}

export function isoSecondsOrNull(instant: number | null): string | null {
  return instant === null ? null : isoSeconds(instant)
}

/** '2026-11-16T00:00:00.123Z', as surveys and messages write it. */
export function isoMilliseconds(instant: number): string {
  return new Date(instant).toISOString()
}

/** '2026-11-16T00:00:00.123000Z', as chat histories write it. */
export function isoMicroseconds(instant: number): string {
  const milliseconds = String(Math.floor(instant) % 1000).padStart(3, '0')
  return `${naiveSeconds(instant)}.${milliseconds}000Z`
}

const dayMilliseconds = 86_400_000
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

/**
 * '2026-11-16T00:00:00': UTC without saying so, as engagements write it. A page holds ten thousand moments, so the
 * time of day is put together by hand.
 */
export function naiveSeconds(instant: number): string {
  const day = Math.floor(instant / dayMilliseconds)
  const second = Math.floor((instant - day * dayMilliseconds) / 1000)
  const minute = Math.floor(second / 60)
  const time = `${twoDigits[Math.floor(minute / 60)]}:${twoDigits[minute % 60]}:${twoDigits[second % 60]}`
  return `${dayText(day)}T${time}`
}

const dayTexts = new Map<number, string>()

/** The date of a day counted from 1970-01-01. */
function dayText(day: number): string {
  let text = dayTexts.get(day)
  if (text === undefined) {
    text = new Date(day * dayMilliseconds).toISOString().slice(0, 10)
    dayTexts.set(day, text)
  }
  return text
}

/** '2026-11-16T00:00:00+00:00Z': the malformed form on offline messages. */
export function malformedSeconds(instant: number): string {
  return `${naiveSeconds(instant)}+00:00Z`
}
