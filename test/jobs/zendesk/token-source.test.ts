import { describe, expect, it } from 'vitest'
import { createTokenSource } from '../../../jobs/zendesk/token-source.ts'

describe('an access token', () => {
  it('is fetched once by many who ask at the same time', async () => {
    const { source, fetched } = counting()

    expect(await Promise.all([source.header(), source.header(), source.header()])).toEqual([
      'Bearer 1',
      'Bearer 1',
      'Bearer 1',
    ])
    expect(fetched()).toBe(1)
  })

  it('refused to many at the same time is replaced once', async () => {
    const { source, fetched } = counting()
    const refused = await source.header()

    const again = await Promise.all(
      [1, 2, 3].map(async () => {
        expect(source.renew(refused)).toBe(true)
        return source.header()
      }),
    )

    expect(again).toEqual(['Bearer 2', 'Bearer 2', 'Bearer 2'])
    expect(fetched()).toBe(2)
  })

  it('refused late, when another took its place, leaves that one alone', async () => {
    const { source, fetched } = counting()
    const old = await source.header()
    source.renew(old)
    await source.header()

    expect(source.renew(old)).toBe(true)
    expect(await source.header()).toBe('Bearer 2')
    expect(fetched()).toBe(2)
  })

  it('that is refused like the one before is not replaced for ever', async () => {
    const { source, fetched } = counting()
    source.renew(await source.header())

    expect(source.renew(await source.header())).toBe(false)
    expect(fetched()).toBe(2)
  })

  it('that worked for a while may be refused and replaced again', async () => {
    const { source } = counting()
    source.renew(await source.header())
    source.accept(await source.header())

    expect(source.renew(await source.header())).toBe(true)
    expect(await source.header()).toBe('Bearer 3')
  })

  it('that could not be fetched is asked for again', async () => {
    let tries = 0
    const source = createTokenSource(() =>
      ++tries === 1
        ? Promise.reject(new Error('not now'))
        : Promise.resolve({ header: 'Bearer', lifeMs: 9e5 }),
    )

    await expect(source.header()).rejects.toThrow('not now')
    expect(await source.header()).toBe('Bearer')
  })
})

function counting() {
  let count = 0
  const source = createTokenSource(() => {
    count += 1
    return Promise.resolve({ header: `Bearer ${count}`, lifeMs: 1_800_000 })
  })
  return { source, fetched: () => count }
}
