import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const packageDirectory = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

export type PackageFile = { path: string; text: string }

/** The text of one file of this package. */
export function readPackageFile(path: string): string {
  return readFileSync(join(packageDirectory, path), 'utf8')
}

/** Every file with one of the endings under the folders, with its path from the top of the package. */
export function readFiles(folders: readonly string[], endings: readonly string[]): PackageFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(packageDirectory, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.includes('/node_modules/'))
      .sort()
      .map((file) => ({ path: relative(packageDirectory, file), text: readFileSync(file, 'utf8') })),
  )
}

export function readSources(folders: readonly string[]): PackageFile[] {
  return readFiles(folders, ['.ts', '.mjs'])
}
