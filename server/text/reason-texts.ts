import type { Bilingual } from '../contract.ts'

/** The sentences of some reasons, each made from what that reason needs to be said. */
export type ReasonTexts<Parameters> = {
  [Code in keyof Parameters]: (parameters: Parameters[Code]) => Bilingual
}

/** For reasons that need nothing to be said. */
export type Nothing = Record<string, never>
