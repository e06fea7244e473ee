import { describe, expect, it } from 'vitest'
import { glossaryPath, glossarySections, searchGlossary } from '../../client/glossary-entries.ts'
import { textIn } from '../../client/locale.ts'
import type { Language } from '../../server/contract.ts'
import { catalog } from '../../server/metrics/catalog.ts'

const sections = (language: Language) => glossarySections({ text: textIn(language), language }, catalog)
const ids = (found: ReturnType<typeof sections>) =>
  found.flatMap(({ entries }) => entries.map(({ id }) => id))

describe('the glossary', () => {
  it('holds every metric of the catalogue once, the primary ones first', () => {
    const keys = catalog.map(({ key }) => key)
    const all = ids(sections('en'))

    expect(all.filter((id) => keys.some((key) => key === id)).toSorted()).toEqual(keys.toSorted())
    expect(all.slice(0, 6)).toEqual(catalog.filter(({ primary }) => primary).map(({ key }) => key as string))
  })

  it('has the same anchors in both languages, none twice', () => {
    const all = ids(sections('en'))

    expect(ids(sections('ko'))).toEqual(all)
    expect(new Set(all).size).toBe(all.length)
    expect(all).toContain('csat')
    expect(all).toContain('grade-a')
    expect(all).toContain('state-not_comparable')
    expect(all).toContain('word-ramp')
  })

  it('explains every word in two sentences', () => {
    for (const language of ['en', 'ko'] as const)
      for (const entry of sections(language).flatMap(({ entries }) => entries))
        if (entry.kind === 'word' && /^(word|state)-/.test(entry.id))
          expect(entry.body.match(/\.(?=\s|$)/g) ?? [], `${language} ${entry.id}`).toHaveLength(2)
  })
})

describe('a search', () => {
  it('finds what holds every word, whatever the case', () => {
    expect(ids(searchGlossary(sections('en'), 'settling PERIOD', 'en'))).toEqual(['word-ramp'])
    expect(ids(searchGlossary(sections('ko'), '안정화', 'ko'))).toContain('word-ramp')
  })

  it('finds a metric by its key', () => {
    expect(ids(searchGlossary(sections('ko'), 'handle_time', 'ko'))).toEqual(['handle_time'])
  })

  it('finds everything for nothing, and nothing for what is not there', () => {
    expect(searchGlossary(sections('en'), '  ', 'en')).toEqual(sections('en'))
    expect(searchGlossary(sections('en'), 'quaternion', 'en')).toEqual([])
  })
})

it('an entry has an address that keeps the search', () => {
  expect(glossaryPath('csat')).toBe('/glossary#csat')
  expect(glossaryPath('csat', 'good bad')).toBe('/glossary?q=good%20bad#csat')
  expect(glossaryPath(null)).toBe('/glossary')
})
