import { describe, expect, it } from 'vitest'
import { hideSecrets } from '../../../jobs/zendesk/hide-secrets.ts'

describe('a text from outside', () => {
  it.each([
    ['key "abc!def" is wrong', 'key "[hidden]" is wrong'],
    ['/search?q=abc%21def', '/search?[hidden]'],
    ['sent abc!def twice: abc!def', 'sent [hidden] twice: [hidden]'],
    ['Authorization: Bearer 0f9a8b7c6d', 'Authorization: Bearer [hidden]'],
    ['Authorization: Basic YUBiOmM=', 'Authorization: Basic [hidden]'],
    ['user kim.minji@example.com may not', 'user [hidden] may not'],
    ['GET https://files.example/a.json?expires=1&sig=0f9a', 'GET https://files.example/a.json?[hidden]'],
    ['session 0123456789abcdef0123456789abcdef ended', 'session [hidden] ended'],
  ])('%s', (text, shown) => {
    expect(hideSecrets(text, ['abc!def'])).toBe(shown)
  })

  it.each([
    'You are missing the following required scopes: read',
    'The access token provided is expired, revoked, malformed or invalid for other reasons.',
    'Too recent start_time. Use a start_time older than 5 minutes',
    'Ticket 35436 of 2026-11-16 was not found',
    'InvalidPaginationDepth',
  ])('keeps what Zendesk explains: %s', (text) => {
    expect(hideSecrets(text, ['abc!def'])).toBe(text)
  })
})
