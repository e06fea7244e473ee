const usual = [',', ';', '\t', '|'] as const
const LOOKED_AT_LINES = 20

/**
 * The sign between the cells of a text: the one that parts the most lines into as many cells as the header has. Signs
 * within quotes do not count. A comma where nothing parts anything.
 */
export function detectDelimiter(text: string): string {
  const lines = outsideQuotes(text)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT_LINES)
  const scores = usual.map((delimiter) => {
    const [first = 1, ...rest] = lines.map((line) => line.split(delimiter).length)
    const alike = rest.filter((cells) => cells === first).length
    return {
      delimiter,
      cells: first,
      score: first < 2 ? 0 : first * (1 + alike / Math.max(1, rest.length)) ** 4,
    }
  })
  return scores.reduce((best, other) => (other.score > best.score ? other : best)).delimiter
}

/** The text with every quoted cell replaced by one letter. */
function outsideQuotes(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, 'x')
}

/** True for a sign that can part cells. */
export function isDelimiter(text: string): boolean {
  return [...text].length === 1 && !/["\r\n\p{L}\p{N}\ufffd]/u.test(text)
}
