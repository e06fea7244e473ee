import { expect, it } from 'vitest'
import { ratingData } from '../../client/parts/csat/rating-figure.ts'
import { textIn } from '../../client/locale.ts'

it('ratings are filed by side and source, with the days they rest on', () => {
  const survey = {
    ...{ source: 'survey' as const, good: 90, neutral: 4, bad: 10, score: 0.9 },
    ...{ asked: 1040, answered: 104, responseRate: 0.1 },
  }
  const side = {
    ...{ side: 'after' as const, daysLeftOut: 0, sources: [survey], whoAnswers: null },
    window: { from: '2026-08-10', to: '2026-11-09', chosen: 'compared' as const },
  }

  expect(ratingData({ text: textIn('en') }, [side])).toEqual({
    headings: [
      ...['Phase', 'First day', 'Last day', 'Source', 'good', 'neutral', 'bad'],
      ...['Good among good and bad (%)', 'Asked', 'Answered', 'Response rate (%)'],
    ],
    rows: [['After the move', '2026-08-10', '2026-11-08', 'Survey', 90, 4, 10, 90, 1040, 104, 10]],
  })
})
