import type { ZendeskReadings } from '../settings/zendesk-readings.ts'
import { isOneOf, plainWord } from '../settings/zendesk-readings.ts'

type Words = Pick<ZendeskReadings, 'botResolved' | 'botEscalated'>

/** Words by which Zendesk says that it has nothing to say. */
const nothingSaid = ['', 'no status', 'undefined', 'none', 'null']

/**
 * Zendesk's own verdict on a ticket, from its fields "Resolution type" and "Resolution tier": 1 = the bot resolved it,
 * 0 = it did not, null = neither field says anything. The tier is the finer word: one that tells of a person ends it.
 * @example botResolutionOf('automated', 'contained_resolution', readings) // 1
 */
export function botResolutionOf(
  typeField: string | null,
  tierField: string | null,
  readings: Words,
): 0 | 1 | null {
  if (isWord(tierField) && isOneOf(tierField, readings.botEscalated)) return 0
  const said = [tierField, typeField].filter(isWord)
  if (said.length === 0) return null
  return said.some((word) => isOneOf(word, readings.botResolved)) ? 1 : 0
}

export type ExportedVerdict = {
  status: string | null
  resolution_tier: string | null
  last_resolution: string | null
  automated_resolution: number | null
}

/**
 * The same of a row of the AI agents export, and whether a person was asked for. An automated resolution is Zendesk's
 * word for a conversation the bot resolved; the tier and the last resolution say it in the words of the settings.
 */
export function exportedResolutionOf(
  row: ExportedVerdict,
  readings: Words,
): { resolved: 0 | 1 | null; escalated: 0 | 1 | null } {
  const escalated = escalatedOf([row.status, row.resolution_tier, row.last_resolution], readings)
  const said = [row.resolution_tier, row.last_resolution].filter(isWord)
  if (said.length === 0 && row.automated_resolution === null) return { resolved: null, escalated }
  const isResolved =
    row.automated_resolution === 1 ||
    (escalated !== 1 && said.some((word) => isOneOf(word, readings.botResolved)))
  return { resolved: isResolved ? 1 : 0, escalated }
}

function escalatedOf(words: readonly (string | null)[], { botEscalated }: Words): 0 | 1 | null {
  const said = words.filter(isWord)
  if (said.length === 0) return null
  return said.some((word) => isOneOf(word, botEscalated)) ? 1 : 0
}

function isWord(word: string | null): word is string {
  return word !== null && !nothingSaid.includes(plainWord(word))
}
