import { describe, expect, it } from 'vitest'
import { draftProblems, newDraft, usualWatch } from '../../client/alert-draft.ts'
import { alertPath, alertPlace } from '../../client/alert-place.ts'

describe('a draft of an alert', () => {
  const good = { ...newDraft('Asia/Seoul', 1), name: 'Worse' }
  const wrongOf = (change: object) => draftProblems({ ...good, ...change }).map(({ field }) => field)

  it('is whole once it has a name and somebody to tell', () => {
    expect(draftProblems(good)).toEqual([])
    expect(wrongOf({ name: ' ' })).toEqual(['name'])
    expect(wrongOf({ recipients: { ...good.recipients, people: [] } })).toEqual(['recipients'])
  })

  it('names every field that is wrong', () => {
    const addresses = [{ address: 'nobody', name: null, language: 'en', brands: null }]
    expect(
      wrongOf({
        watch: { ...usualWatch('data'), troubles: [], hours: 0, freePercent: 91 },
        brands: [],
        hours: { from: '18:00', to: '09:00' },
        recipients: { ...good.recipients, addresses },
      }),
    ).toEqual([
      'watch.troubles',
      'watch.hours',
      'watch.freePercent',
      'brands',
      'hours',
      'recipients.addresses.0.address',
    ])
  })
})

describe('the address of the page of alerts', () => {
  it('says what is shown, and is read the same', () => {
    for (const place of [
      { edit: null, history: null },
      { edit: 'new' as const, history: null },
      { edit: 3, history: null },
      { edit: null, history: 12 },
    ]) {
      const { search } = new URL(alertPath(place), 'http://localhost')
      expect(alertPlace(new URLSearchParams(search))).toEqual({ ...place, wrong: null })
    }
  })

  it('says what of it cannot be understood', () => {
    expect(alertPlace(new URLSearchParams('edit=first'))).toEqual({
      edit: null,
      history: null,
      wrong: 'first',
    })
  })
})
