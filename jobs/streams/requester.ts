import { keyedHash } from '../../server/platform/secrets.ts'

/** A stable name for a person that tells nobody who it is: of the e-mail address, else of the external id. */
export function requesterKeyOf(
  hashKey: string,
  email: string | null | undefined,
  externalId: string | null | undefined,
): string | null {
  const address = email?.trim().toLowerCase()
  if (address) return keyedHash(hashKey, address)
  return externalId ? keyedHash(hashKey, externalId) : null
}

/** Of a browser or an anonymous user: never counts as a person's identity. */
export function deviceKeyOf(hashKey: string, id: string | number | null | undefined): string | null {
  return id === null || id === undefined || id === '' ? null : keyedHash(hashKey, `device:${id}`)
}
