import { botRowsOf, namesItself } from './bot-row.ts'
import type { ImportedBotRow } from './bot-row.ts'
import type { ImportedChat } from './chat-row.ts'
import { chatOf } from './chat-row.ts'
import type { ImportKind, ImportProblem } from './import-kinds.ts'
import type { RowKnowledge } from './row-cells.ts'
import { columnsOf, createRowCells } from './row-cells.ts'

/** One row to be stored, under the name by which the same row of a later file is known. */
export type StagedRow =
  | { key: string; kind: 'bot-resolutions'; row: ImportedBotRow }
  | { key: string; kind: 'chats'; row: ImportedChat }

export type ReadLine = { rows: StagedRow[]; problems: ImportProblem[] }

/**
 * Reads the lines of one file in their order. Lines that name a conversation must not name it twice; equal lines
 * without a name are told apart by their order.
 */
export function createLineReader(
  kind: ImportKind,
  knowledge: RowKnowledge,
  importId: number,
): (cells: readonly string[]) => ReadLine {
  const columns = columnsOf(knowledge.mapping, knowledge.headers)
  const width = knowledge.headers.length
  const seen = new Map<string, number>()

  return (line) => {
    if (line.length < width || line.slice(width).some((cell) => cell.trim() !== ''))
      return refused({ field: null, code: 'row_ragged', value: `${line.length}/${width}` })
    const cells = createRowCells(line, columns, knowledge)
    const rows = rowsOf(cells)
    return cells.problems.length > 0 ? { rows: [], problems: cells.problems } : { rows, problems: [] }
  }

  function rowsOf(cells: ReturnType<typeof createRowCells>): StagedRow[] {
    if (kind === 'chats') {
      const chat = chatOf(cells, knowledge, importId)
      if (!chat) return []
      if (seen.has(chat.facts.id)) cells.refuse('chat_id', 'key_twice')
      seen.set(chat.facts.id, 1)
      return [{ key: chat.facts.id, kind, row: chat }]
    }
    const isNamed = namesItself(cells)
    return botRowsOf(cells, knowledge).map((row) => {
      const times = (seen.get(row.key) ?? 0) + 1
      seen.set(row.key, times)
      if (times > 1 && isNamed) cells.refuse('external_id', 'key_twice')
      const key = times === 1 ? row.key : `${row.key}:${times}`
      return { key, kind: 'bot-resolutions', row: { ...row, key } }
    })
  }
}

function refused(problem: ImportProblem): ReadLine {
  return { rows: [], problems: [problem] }
}
