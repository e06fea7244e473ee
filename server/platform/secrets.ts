import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * AES-256-GCM with the field's name as associated data: a value moved to another field does not open. The key's name
 * stands beside it, so that a value of another key is told from a damaged one.
 */
export function encryptSecret(plain: string, appSecret: string, field: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(appSecret), nonce).setAAD(Buffer.from(field))
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return ['v2', keyNameOf(appSecret), ...[nonce, sealed, cipher.getAuthTag()].map(encode)].join('.')
}

/** Opens what `encryptSecret` sealed; throws with what to do when the key or the field is another one. */
export function decryptSecret(sealed: string, appSecret: string, field: string): string {
  const { keyName, nonce, body, tag } = splitSealed(sealed)
  if (keyName !== null && keyName !== keyNameOf(appSecret)) {
    throw new Error(
      `decryptSecret: ${field} does not open with this APP_SECRET: it was stored under another one; start with that one, or re-encrypt with npm run admin -- rotate-secret`,
    )
  }
  try {
    // The length is fixed: node would otherwise accept a shortened tag, which is easier to forge.
    const decipher = createDecipheriv('aes-256-gcm', keyFrom(appSecret), nonce, { authTagLength: 16 })
      .setAAD(Buffer.from(field))
      .setAuthTag(tag)
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  } catch {
    throw new Error(
      `decryptSecret: ${field} does not open with this APP_SECRET; start with the one it was stored under`,
    )
  }
}

/** Tells keys apart without telling anything about them. */
function keyNameOf(appSecret: string): string {
  return encode(derive(appSecret, 'key name', 6))
}

/** A keyed hash: the same input gives the same short text, and nobody without the key can go back. */
export function keyedHash(key: string, value: string): string {
  return createHmac('sha256', key).update(value).digest('base64url').slice(0, 22)
}

function splitSealed(sealed: string): { keyName: string | null; nonce: Buffer; body: Buffer; tag: Buffer } {
  const [version, ...parts] = sealed.split('.')
  const keyName = version === 'v2' ? parts.shift() : null
  if (keyName === undefined || (version !== 'v1' && version !== 'v2') || parts.length !== 3)
    throw new Error('decryptSecret: unknown format; restore the backup that belongs to this version')
  const [nonce, body, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
  return { keyName, nonce, body, tag }
}

function keyFrom(appSecret: string): Buffer {
  return derive(appSecret, 'settings', 32)
}

function derive(appSecret: string, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', appSecret, 'cutover', purpose, bytes))
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64url')
}
