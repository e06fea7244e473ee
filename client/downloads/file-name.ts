/** Not allowed in a file's name somewhere, or in the way of whoever types it. */
const UNFIT = /[\\/:*?"<>|\s–·,]+/g

/** @example fileName(['Haneul Air', 'CSAT', '2026-11-16'], 'csv') // 'Haneul-Air-CSAT-2026-11-16.csv' */
export function fileName(parts: readonly string[], ending: string): string {
  const joined = parts
    .map((part) => part.replace(UNFIT, '-').replace(/^[-.]+|[-.]+$/g, ''))
    .filter((part) => part !== '')
    .join('-')
  return `${joined}.${ending}`
}
