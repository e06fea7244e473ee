/** Brands and departments by what a file may call them: number, name, or the start of the address. */
export type AccountNames = { brand(text: string): number | null; department(text: string): number | null }

const LONGEST_NAME = 300

type Named = { id: number; name: string; subdomain?: string | null }

export function createAccountNames(brands: readonly Named[], departments: readonly Named[]): AccountNames {
  const brandIndex = indexOf(brands)
  const departmentIndex = indexOf(departments)
  return {
    brand: (text) => lookUp(brandIndex, text),
    department: (text) => lookUp(departmentIndex, text),
  }
}

function lookUp(index: ReadonlyMap<string, number | null>, text: string): number | null {
  return text.length > LONGEST_NAME ? null : (index.get(plain(text)) ?? null)
}

/** A name two of them share names none. */
function indexOf(things: readonly Named[]): Map<string, number | null> {
  const index = new Map<string, number | null>()
  for (const { id, name, subdomain } of things) {
    for (const word of new Set([
      plain(name),
      ...(subdomain ? [plain(subdomain), `${plain(subdomain)}.zendesk.com`] : []),
    ])) {
      index.set(word, index.has(word) ? null : id)
    }
  }
  for (const { id } of things) index.set(String(id), id)
  return index
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}
