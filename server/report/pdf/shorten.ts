import type { Sheet } from './sheet.ts'
import type { TextStyle } from './styles.ts'

/** Words on one line: what has no room is left out, and a sign says so. */
export function shorten(sheet: Sheet, words: string, style: TextStyle, room: number): string {
  if (sheet.widthOf(words, style) <= room) return words
  const letters = [...words]
  while (letters.length > 1 && sheet.widthOf(`${letters.join('').trimEnd()}…`, style) > room) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
