/** Zendesk's several ways of writing a moment. Instants are epoch milliseconds. */

export function unixSeconds(instant: number): number {
  return Math.floor(instant / 1000)
}

/** '2026-11-16T00:00:00Z', as the Support API and most of the Chat API write it. */
export function isoSeconds(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`
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
  return new Date(instant).toISOString().replace('Z', '000Z')
}

/** '2026-11-16T00:00:00': UTC without saying so, as engagements write it. */
export function naiveSeconds(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19)
}

/** '2026-11-16T00:00:00+00:00Z': the malformed form on offline messages. */
export function malformedSeconds(instant: number): string {
  return `${naiveSeconds(instant)}+00:00Z`
}
