import type { Child } from '../dom.ts'

/** What a cell of the page says, in one line for a file; null where there is nothing. */
export function shownWords(cell: Child): string | null {
  const parts = typeof cell === 'string' ? [cell] : cell instanceof Node ? textsOf(cell) : []
  const words = parts.map((part) => part.trim()).filter((part) => part !== '')
  return words.length === 0 || (words.length === 1 && words[0] === '–') ? null : words.join(' ')
}

/** Without what is there for the eye alone. */
function textsOf(node: Node): string[] {
  if (node instanceof Text) return [node.data]
  if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return []
  return [...node.childNodes].flatMap(textsOf)
}
