import { describe, expect, it } from 'vitest'
import { decryptSecret, encryptSecret, keyedHash } from '../../server/platform/secrets.ts'

const appSecret = 'a secret of at least thirty-two characters'

describe('a stored secret', () => {
  it('opens with the key and the field it was stored under', () => {
    const sealed = encryptSecret('비밀 token', appSecret, 'zendesk-token')

    expect(sealed).not.toContain('token')
    expect(decryptSecret(sealed, appSecret, 'zendesk-token')).toBe('비밀 token')
  })

  it('looks different each time', () => {
    expect(encryptSecret('token', appSecret, 'field')).not.toBe(encryptSecret('token', appSecret, 'field'))
  })

  it('moved to another field does not open', () => {
    const sealed = encryptSecret('token', appSecret, 'zendesk-token')

    expect(() => decryptSecret(sealed, appSecret, 'chat-token')).toThrow(
      'decryptSecret: chat-token does not open with this APP_SECRET; start with the one it was stored under',
    )
  })

  it('does not open with another key, and the message says what to do', () => {
    const sealed = encryptSecret('token', appSecret, 'zendesk-token')

    expect(() => decryptSecret(sealed, `${appSecret}!`, 'zendesk-token')).toThrow(
      'decryptSecret: zendesk-token does not open with this APP_SECRET: it was stored under another one; start with that one, or re-encrypt with npm run admin -- rotate-secret',
    )
  })

  it('of before keys had names opens as well', () => {
    const [, , ...sealed] = encryptSecret('token', appSecret, 'field').split('.')

    expect(decryptSecret(['v1', ...sealed].join('.'), appSecret, 'field')).toBe('token')
    expect(() => decryptSecret(['v1', ...sealed].join('.'), `${appSecret}!`, 'field')).toThrow(
      'does not open',
    )
  })

  it('that was changed does not open', () => {
    const [version, keyName, nonce, body, tag] = encryptSecret('token', appSecret, 'field').split('.')
    const flipped = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)

    for (const changed of [
      [version, keyName, flipped(nonce), body, tag],
      [version, keyName, nonce, flipped(body), tag],
      [version, keyName, nonce, body, flipped(tag)],
      [version, keyName, nonce, body, tag.slice(0, 6)],
    ]) {
      expect(() => decryptSecret(changed.join('.'), appSecret, 'field')).toThrow('does not open')
    }
  })

  it('in another format is not guessed at', () => {
    for (const sealed of ['v3.a.b.c', 'v2', 'v2.a.b.c', 'v1', 'v1.a.b', 'token', '']) {
      expect(() => decryptSecret(sealed, appSecret, 'field'), sealed).toThrow(
        'decryptSecret: unknown format; restore the backup that belongs to this version',
      )
    }
  })
})

describe('a keyed hash', () => {
  it('is the same for the same input and another for another key', () => {
    expect(keyedHash('key', 'a@b.example')).toBe(keyedHash('key', 'a@b.example'))
    expect(keyedHash('key', 'a@b.example')).not.toBe(keyedHash('other', 'a@b.example'))
    expect(keyedHash('key', 'a@b.example')).not.toBe(keyedHash('key', 'c@b.example'))
  })

  it('shows nothing of its input', () => {
    expect(keyedHash('key', 'a@b.example')).toMatch(/^[\w-]{22}$/)
  })
})
