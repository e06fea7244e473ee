import { createRandom } from './random.ts'

/** Milliseconds until a chat's visitor has written the first message: whole ones, as in a chat's history. */
export function firstMessageDelay(seed: number): number {
  return createRandom(seed, 2).integer(2000, 9000)
}
