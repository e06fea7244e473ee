import { z } from 'zod'
import type { QuarantineEntry } from '../../server/store/quarantine.ts'
import { isRecord } from '../zendesk/plain-values.ts'
import { instant } from '../zendesk/wire.ts'
import { reasonOf, understand } from './understand.ts'

const historyItemSchema = z.object({
  type: z.string(),
  timestamp: instant,
  name: z.string().nullish(),
  nick: z.string().nullish(),
  sender_type: z.string().nullish(),
  agent_id: z.union([z.string(), z.number()]).nullish(),
  new_rating: z.string().nullish(),
})

type HistoryItem = z.infer<typeof historyItemSchema>

/** What was said and who joined: without one of these the chat's replies would be told wrong. */
const courseTypes = new Set(['chat.msg', 'chat.memberjoin'])

/**
 * A chat's history, read item by item. One that cannot be read is left out where the chat's figures do not rest on it;
 * one that may be a message or a join makes the chat unreadable.
 */
export const historySchema = z.array(z.unknown()).transform((items, check) => {
  const history: HistoryItem[] = []
  items.forEach((item, position) => {
    const read = historyItemSchema.safeParse(item)
    if (read.success) history.push(read.data)
    else if (!isDispensable(item)) {
      for (const issue of read.error.issues) {
        check.addIssue({ code: 'custom', message: reasonOf(issue), path: [position, ...issue.path] })
      }
    }
  })
  return history
})

/** What was left out of a chat that was read all the same: by the chat's id and the item's place in the list. */
export function leftOutOfHistory(
  chat: { id: string; history?: readonly HistoryItem[] | null | undefined },
  record: unknown,
): QuarantineEntry[] {
  const listed = isRecord(record) && Array.isArray(record.history) ? record.history : []
  if (listed.length === (chat.history?.length ?? 0)) return []
  return listed.flatMap((item: unknown, position) =>
    understand([item], historyItemSchema).quarantined.map((entry) => ({
      ...entry,
      id: chat.id,
      path: `history.${position}.${entry.path}`,
    })),
  )
}

function isDispensable(item: unknown): boolean {
  return isRecord(item) && typeof item.type === 'string' && !courseTypes.has(item.type)
}
