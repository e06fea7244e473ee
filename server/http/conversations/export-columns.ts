import type { ConversationRow } from '../../contract-conversations.ts'
import type { Language, MetricKind } from '../../contract.ts'
import { dayOf, timeOfDay } from '../../periods/zone.ts'
import type { ConversationKey } from '../../text/messages/conversations-en.ts'
import { channelWords, conversationWords, languageWords, topicWords } from '../../text/conversation-words.ts'

export type ExportCell = string | number | null
export type ExportColumn = {
  heading: string
  /** In letters. */
  width: number
  cell(row: ConversationRow): ExportCell
}
type Say = (key: ConversationKey) => string

/**
 * The columns of a file, in the reader's language. Durations are seconds, so that a spreadsheet can reckon with them.
 * @param zones of the brands: moments are told in the brand's own time
 */
export function exportColumns(
  language: Language,
  zones: ReadonlyMap<number, string>,
  figure: { kind: MetricKind; name: string } | null,
): ExportColumn[] {
  const say: Say = (key) => conversationWords(key, language)
  const column = (key: ConversationKey, width: number, cell: ExportColumn['cell']): ExportColumn => ({
    heading: say(key),
    width,
    cell,
  })
  const yes = (value: boolean | null) => (value === null ? null : say(value ? 'row.word.yes' : 'row.word.no'))
  const moment = (iso: string | null, row: ConversationRow) =>
    iso === null ? null : localMoment(iso, zones.get(row.brand.id) ?? 'UTC')
  return [
    column('row.column.brand', 20, ({ brand }) => brand.name),
    column('row.column.started', 17, (row) => moment(row.startedAt, row)),
    column('row.column.ended', 17, (row) => moment(row.endedAt, row)),
    column('row.column.source', 14, ({ source, kind }) =>
      say(kind === 'offline_message' ? 'row.kind.offline_message' : `row.source.${source}`),
    ),
    column('row.column.channel', 18, ({ channel }) => channelWords(channel, language)),
    ...(figure ? [figureColumn(figure, say)] : []),
    column('row.column.firstReplySeconds', 16, ({ firstReplySeconds }) => firstReplySeconds),
    column('row.column.waitSeconds', 16, ({ waitSeconds }) => waitSeconds),
    column('row.column.resolutionSeconds', 16, ({ resolutionSeconds }) => resolutionSeconds),
    column('row.column.rating', 10, ({ rating }) => rating && say(`row.rating.${rating.category}`)),
    column('row.column.language', 10, (row) => row.language && languageWords(row.language, language)),
    column('row.column.topic', 14, ({ topic }) => topicWords(topic, language)),
    column('row.column.group', 22, ({ group }) => group && (group.name ?? String(group.id))),
    column('row.column.bot', 10, ({ botInvolved }) => yes(botInvolved)),
    column('row.column.human', 10, ({ humanReplied }) => yes(humanReplied)),
    column('row.column.open', 12, ({ inOpeningHours }) => yes(inOpeningHours)),
    column('row.column.transferred', 10, ({ transferred }) => yes(transferred)),
    column('row.column.reopened', 10, ({ reopened }) => yes(reopened)),
    column('row.column.customerMessages', 12, ({ customerMessages }) => customerMessages),
    column('row.column.agentMessages', 12, ({ agentMessages }) => agentMessages),
    column('row.column.agents', 8, ({ agents }) => agents),
    column('row.column.id', 34, ({ id }) => id),
    column('row.column.zendesk', 46, ({ zendeskUrl }) => zendeskUrl),
  ]
}

function figureColumn({ kind, name }: { kind: MetricKind; name: string }, say: Say): ExportColumn {
  if (kind === 'rate')
    return {
      heading: `${name}: ${say('row.column.counted')}`,
      width: 16,
      cell: ({ inFigure }) => inFigure && say(inFigure.counted ? 'row.word.yes' : 'row.word.no'),
    }
  const unit = kind === 'duration' ? ` (${say('row.word.seconds')})` : ''
  return {
    heading: `${name}${unit}`,
    width: 16,
    cell: ({ inFigure }) => (kind === 'count' ? 1 : (inFigure?.value ?? null)),
  }
}

/** @example localMoment('2026-11-15T15:30:00.000Z', 'Asia/Seoul') // '2026-11-16 00:30' */
function localMoment(iso: string, zone: string): string {
  const instant = Date.parse(iso)
  const minutes = Math.floor(timeOfDay(instant, zone) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${dayOf(instant, zone)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
