import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** The share (0…1) of the disk under a file's folder that is free; null where that cannot be told. */
export function freeShareBeside(file: string): number | null {
  if (file === ':memory:') return null
  try {
    const { bavail, blocks } = statfsSync(dirname(file))
    return blocks > 0 ? bavail / blocks : null
  } catch {
    return null
  }
}
