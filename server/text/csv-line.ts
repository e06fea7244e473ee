/**
 * One line of a CSV file, with its end. A cell that a spreadsheet would take for a formula begins with an apostrophe; signs of full
 * width too, which some spreadsheets take for the usual ones.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = neutralText(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A text no spreadsheet takes for a formula; it stays a text where it is read again. */
export function neutralText(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
