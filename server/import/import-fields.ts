import { botFields } from './bot-fields.ts'
import { chatFields } from './chat-fields.ts'
import type { ImportField } from './import-field.ts'
import type { ImportKind } from './import-kinds.ts'

const fieldsByKind: Record<ImportKind, readonly ImportField[]> = {
  'bot-resolutions': botFields,
  chats: chatFields,
}

/** What a file of a kind may tell, in the order in which it is offered. */
export function importFieldsOf(kind: ImportKind): readonly ImportField[] {
  return fieldsByKind[kind]
}

/** Fields of which a row needs at least one of each group. */
export const neededFields: Record<ImportKind, readonly (readonly string[])[]> = {
  'bot-resolutions': [
    ['started_at', 'day'],
    ['resolved', 'resolved_count', 'tier', 'escalated', 'escalated_count', 'status'],
  ],
  chats: [['chat_id'], ['started_at']],
}
