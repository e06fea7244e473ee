import { describe, expect, it } from 'vitest'
import { figurePath } from '../../client/list-query.ts'
import {
  asSuffix,
  dayNames,
  narrowingNames,
  narrowingOf,
  parseNarrowing,
  withoutNarrowing,
} from '../../client/narrowing.ts'
import { brandPath } from '../../client/route.ts'
import { comparePath } from '../../client/compare-choices.ts'

const choices = {
  channels: ['chat', 'native_messaging'],
  languages: ['ko', 'unknown'],
  topics: ['delivery', 'other'],
  groups: [{ id: '7', name: 'Support' }],
}
const parse = (text: string, offered: readonly (typeof narrowingNames)[number][] = narrowingNames) => {
  const { query, problems } = parseNarrowing(new URLSearchParams(text), offered, choices)
  return { query: query.toString(), problems }
}

describe('what an address narrows a page to', () => {
  it('is nothing unless it says so', () => {
    expect(parse('lang=ko&metric=csat&open=0&from=')).toEqual({ query: '', problems: [] })
  })

  it('comes back in one order, whatever the order of the address', () => {
    expect(parse('bot=yes&language=ko&language=unknown&open=1&from=2026-01-05').query).toBe(
      'from=2026-01-05&language=ko%2Cunknown&open=1&bot=yes',
    )
  })

  it('leaves out what there is not, keeps the rest, and tells', () => {
    expect(parse('language=ko,fr&hours=noon&channel=fax&group=7&open=yes')).toEqual({
      query: 'language=ko&group=7',
      problems: [
        { name: 'channel', given: 'fax', why: 'unknown' },
        { name: 'language', given: 'fr', why: 'unknown' },
        { name: 'hours', given: 'noon', why: 'unknown' },
        { name: 'open', given: 'yes', why: 'unknown' },
      ],
    })
  })

  it('needs days that are days, and in their order', () => {
    expect(parse('from=2026-02-30&to=2026-03-02')).toEqual({
      query: 'to=2026-03-02',
      problems: [{ name: 'from', given: '2026-02-30', why: 'day' }],
    })
    expect(parse('from=2026-03-02&to=2026-03-02')).toEqual({
      query: '',
      problems: [{ name: 'to', given: '2026-03-02 – 2026-03-02', why: 'order' }],
    })
  })

  it('tells what the page cannot be narrowed by', () => {
    expect(parse('from=2026-01-05&language=ko', dayNames)).toEqual({
      query: 'from=2026-01-05',
      problems: [{ name: 'language', given: 'ko', why: 'notHere' }],
    })
  })

  it('is taken as given while nobody knows what there is', () => {
    const { query } = parseNarrowing(new URLSearchParams('language=fr'), narrowingNames, null)

    expect(query.toString()).toBe('language=fr')
  })
})

describe('addresses', () => {
  const narrowing = new URLSearchParams('from=2026-01-05&to=2026-02-02&open=1')

  it('of a brand and of the comparison carry what narrows them', () => {
    expect(brandPath(3, undefined, 'csat', narrowing)).toBe(
      '/brands/3?metric=csat&from=2026-01-05&to=2026-02-02&open=1',
    )
    expect(comparePath('csat', [1, 2], narrowingOf(narrowing, false))).toBe(
      '/compare?metric=csat&brands=1,2&open=1',
    )
  })

  it('of the rows behind a narrowed figure have its window and its filters', () => {
    const window = { from: '2026-01-12', to: '2026-02-02' }

    expect(figurePath(3, 'csat', window, narrowing)).toBe(
      '/conversations?brand=3&metric=csat&from=2026-01-12&to=2026-02-02&open=1',
    )
  })

  it('keep everything else when the filters are cleared', () => {
    expect(withoutNarrowing(new URLSearchParams('metric=csat&open=1&lang=ko')).toString()).toBe(
      'metric=csat&lang=ko',
    )
    expect(asSuffix(new URLSearchParams())).toBe('')
  })
})
