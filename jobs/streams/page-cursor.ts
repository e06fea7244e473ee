import { z } from 'zod'

const cursorSchema = z.record(z.string(), z.string())

/** A list's next query as the text a checkpoint keeps. */
export function pageCursor(next: Record<string, string> | null): string | null {
  return next === null ? null : JSON.stringify(next)
}

export function parsePageCursor(cursor: string | null): Record<string, string> | null {
  return cursor === null ? null : cursorSchema.parse(JSON.parse(cursor))
}
