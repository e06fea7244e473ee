import { describe, expect, it } from 'vitest'
import { chooseBrands, chooseMetric, comparePath } from '../../client/compare-choices.ts'
import { effectInWords } from '../../client/effect-words.ts'
import { textIn } from '../../client/locale.ts'
import { catalog, metricOf } from '../../server/metrics/catalog.ts'

const query = (search: string) => new URLSearchParams(search)

describe('the metric of an address', () => {
  it('is the first one where the address names none', () => {
    expect(chooseMetric(query(''), catalog)).toMatchObject({ metric: { key: 'first_reply' }, unknown: null })
  })

  it('is the one named', () => {
    expect(chooseMetric(query('metric=csat'), catalog)).toMatchObject({
      metric: { key: 'csat' },
      unknown: null,
    })
  })

  it('is the first one where there is none of that name, and says so', () => {
    expect(chooseMetric(query('metric=luck'), catalog)).toMatchObject({
      metric: { key: 'first_reply' },
      unknown: 'luck',
    })
  })
})

describe('the brands of an address', () => {
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const asked = { unknown: [], isCut: false, isDefault: false }

  it('are the first eight where it names none, and none where it names nobody', () => {
    expect(chooseBrands(query(''), ten)).toEqual({ ...asked, ids: [1, 2, 3, 4, 5, 6, 7, 8] })
    expect(chooseBrands(query('brands='), ten)).toEqual({ ...asked, ids: [] })
  })

  it('stand in the order of the brands', () => {
    expect(chooseBrands(query('brands=7,2'), ten)).toEqual({ ...asked, ids: [2, 7] })
  })

  it('leave out what is no brand, and name it', () => {
    expect(chooseBrands(query('brands=2,99,x'), ten)).toEqual({ ...asked, ids: [2], unknown: ['99', 'x'] })
  })

  it('are the usual ones where none of the named can be shown', () => {
    expect(chooseBrands(query('brands=99'), [1, 2])).toEqual({
      ids: [1, 2],
      unknown: ['99'],
      isCut: false,
      isDefault: true,
    })
  })

  it('are cut to the lines that can be told apart', () => {
    expect(chooseBrands(query(`brands=${ten.join(',')}`), ten)).toEqual({
      ...asked,
      ids: [1, 2, 3, 4, 5, 6, 7, 8],
      isCut: true,
    })
  })

  it('can be read back from their own path', () => {
    const path = comparePath('csat', [2, 7])

    expect(path).toBe('/compare?metric=csat&brands=2,7')
    expect(chooseBrands(query(path.split('?')[1]), ten).ids).toEqual([2, 7])
    expect(comparePath('csat', null)).toBe('/compare?metric=csat')
  })
})

describe('an effect in the words of its metric', () => {
  const say = (key: 'first_reply' | 'csat' | 'demand', value: number, language: 'en' | 'ko') =>
    effectInWords(
      { value, low: value, high: value, unit: key === 'csat' ? 'points' : 'ratio' },
      metricOf(key),
      language,
      textIn(language),
    )

  it('says which way', () => {
    expect(say('first_reply', 0.6, 'en')).toBe('40% shorter')
    expect(say('first_reply', 1.13, 'ko')).toBe('13% 길어짐')
    expect(say('csat', -16.3, 'en')).toBe('16.3 points lower')
    expect(say('csat', 3.2, 'ko')).toBe('3.2%p 상승')
    expect(say('demand', 1.1, 'en')).toBe('10% more')
  })

  it('says no change where rounding leaves nothing', () => {
    expect(say('first_reply', 1.003, 'en')).toBe('no change')
    expect(say('csat', -0.04, 'ko')).toBe('변화 없음')
  })
})
