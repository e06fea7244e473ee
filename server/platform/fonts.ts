import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The letters of whatever is drawn on the server; they hold Korean and Latin alike. */
export const fontFamily = 'Pretendard'

const files = { regular: 'Pretendard-Regular.ttf', semibold: 'Pretendard-SemiBold.ttf' } as const
export type FontWeight = keyof typeof files
/** From the top of the package. */
const FOLDER = 'server/platform/fonts'

/**
 * A font's file. They lie beside this source in the package, also when this runs from `dist`.
 * @throws Error when the folder is missing: without its letters Korean would be drawn as empty boxes
 */
export function fontFile(weight: FontWeight): string {
  const start = dirname(fileURLToPath(import.meta.url))
  for (let directory = start; ; directory = dirname(directory)) {
    const file = join(directory, FOLDER, files[weight])
    if (existsSync(file)) return file
    if (directory === dirname(directory))
      throw new Error(`fontFile: there is no ${FOLDER}/${files[weight]}; reinstall the package`)
  }
}
