/** Headers of a file as they are shown and mapped: trimmed, none empty, none twice. */
export function uniqueHeaders(cells: readonly string[]): string[] {
  const seen = new Set<string>()
  const copies = new Map<string, number>()
  return cells.map((cell, index) => {
    const name = cell.trim().slice(0, 120) || `#${index + 1}`
    let unique = name
    let copy = copies.get(name) ?? 1
    while (seen.has(unique)) unique = `${name} (${++copy})`
    copies.set(name, copy)
    seen.add(unique)
    return unique
  })
}

/** The form in which headers are compared: lower case, words parted by one space, without signs and brackets. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_\-.:/()[\]"'#]+/g, ' ')
    .trim()
}
