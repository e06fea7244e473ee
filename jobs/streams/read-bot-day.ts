import type { BotConversationFacts } from '../../server/metrics/bot-conversation.ts'
import type { ZendeskReadings } from '../../server/settings/zendesk-readings.ts'
import type { QuarantineEntry } from '../../server/store/quarantine.ts'
import type { AiAgentsClient } from '../zendesk/ai-agents-client.ts'
import type { ExportFile } from './bot-export-file.ts'
import { parseExportFile } from './bot-export-file.ts'
import type { BotDay } from './bot-export-plan.ts'
import { conversationsOfFile } from './bot-export-rows.ts'

/** `missed`: there are files, and they could not be read; they will be asked for again. */
export type BotDayRead =
  | {
      outcome: 'read'
      /** Rows of the files, tests and duplicates included. */
      records: number
      conversations: BotConversationFacts[]
      quarantined: QuarantineEntry[]
    }
  | { outcome: 'none' | 'missed'; quarantined: QuarantineEntry[] }

const reasons = {
  'cut off': 'the file is cut off, or not JSON',
  unknown: 'the file is in a form this version does not know',
} as const

/**
 * Everything the export has of one bot and day. Addresses that are no longer accepted are asked for anew, once.
 * @throws UpstreamError with what to do when nothing can be read
 */
export async function readBotDay(
  client: AiAgentsClient,
  botDay: BotDay,
  readings: ZendeskReadings,
): Promise<BotDayRead> {
  const first = await readFiles(client, botDay)
  const files = first === 'refused' ? await readFiles(client, botDay) : first
  if (files === 'none') return { outcome: 'none', quarantined: [] }
  if (files === 'refused') return missed(botDay, 'the signed address is refused, a new one too')
  const records: unknown[] = []
  const brokenLines: QuarantineEntry[] = []
  for (const [index, file] of files.entries()) {
    if (file.state === 'empty') continue
    if (file.state !== 'read') return missed(botDay, reasons[file.state])
    for (const record of file.records) records.push(record)
    brokenLines.push(...file.brokenLines.map((line) => brokenLine(botDay, index, line)))
  }
  const { conversations, quarantined } = conversationsOfFile(records, botDay, readings)
  return {
    outcome: 'read',
    records: records.length + brokenLines.length,
    conversations,
    quarantined: [...brokenLines, ...quarantined],
  }
}

async function readFiles(client: AiAgentsClient, botDay: BotDay): Promise<ExportFile[] | 'none' | 'refused'> {
  const addresses = await client.readAddresses(botDay.bot_id, botDay.day)
  if (addresses === null || addresses.length === 0) return 'none'
  const files: ExportFile[] = []
  for (const address of addresses) {
    const file = await readFile(client, address)
    if (file === null) return 'refused'
    files.push(file)
  }
  return files
}

async function readFile(client: AiAgentsClient, address: string): Promise<ExportFile | null> {
  let file: ExportFile = { state: 'empty' }
  const text = await client.readFile(address, (given) => {
    file = parseExportFile(given)
    return file.state === 'read'
  })
  return text === null ? null : file
}

function missed(botDay: BotDay, reason: string): BotDayRead {
  return {
    outcome: 'missed',
    quarantined: [{ id: nameOfBotDay(botDay), path: '(file)', reason, sample: null }],
  }
}

function brokenLine(botDay: BotDay, index: number, line: number): QuarantineEntry {
  return {
    id: `${nameOfBotDay(botDay)} file ${index + 1} line ${line}`,
    path: '(row)',
    reason: 'is not JSON',
    sample: null,
  }
}

/** As the quarantine names a bot's day. */
export function nameOfBotDay({ bot_id, day }: BotDay): string {
  return `${bot_id} ${day}`
}
