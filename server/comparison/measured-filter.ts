import type { QuestionFilter } from '../contract.ts'
import type { MeasureFilter } from '../store/measures/index.ts'

/** Stands in a question for what is not known of a conversation. */
export const UNKNOWN = 'unknown'

/** What the choices of a question mean to the figures. */
export function measuredFilter({
  channel,
  language,
  topic,
  group,
  hours,
  open,
  bot,
}: QuestionFilter): MeasureFilter {
  return {
    ...(channel && { channels: channel }),
    ...(language && { languages: language.map((code) => (code === UNKNOWN ? null : code)) }),
    ...(topic && { topics: topic }),
    ...(group && { groupIds: group.flatMap(groupIdOf) }),
    ...(hours && { hourBlocks: hours }),
    ...(open && { openingHoursOnly: true }),
    ...(bot && { bot }),
  }
}

/** What is no number is no group: it adds none. */
function groupIdOf(text: string): (number | null)[] {
  if (text === UNKNOWN) return [null]
  return /^\d{1,15}$/.test(text) ? [Number(text)] : []
}
