import { hash, verify } from '@node-rs/argon2'

export const MINIMUM_PASSWORD_LENGTH = 10
export const MAXIMUM_PASSWORD_LENGTH = 200

/** Argon2id as OWASP asks for at least: 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a password nobody has, made with the same strength: checking against it takes as long as a real one. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$6w77NgSBG45JuUhODAMnTQ$5Gdw2Ro3oRtMQHHLKLzkm+p9WWAX1Xkc9jMmN+QFpnI'

/** An Argon2id hash in PHC form, salt included. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), strength)
}

/**
 * True when the password belongs to the hash. Pass null for a person who does not exist: the work is the same and
 * the answer is always false, so that the time taken does not tell who has an account.
 */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const isRight = await verify(passwordHash ?? nobodysHash, password.normalize('NFC'))
  return isRight && passwordHash !== null
}

/** What is wrong with a password somebody wants to have, or null. */
export function passwordProblem(password: string): string | null {
  if (password.length < MINIMUM_PASSWORD_LENGTH)
    return `must have at least ${MINIMUM_PASSWORD_LENGTH} characters`
  if (password.length > MAXIMUM_PASSWORD_LENGTH)
    return `must have at most ${MAXIMUM_PASSWORD_LENGTH} characters`
  return null
}
