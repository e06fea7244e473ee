import type { CourseWeek } from '../contract-detail.ts'
import type { Comparison, Language, MetricDescription, SeriesMark, SeriesWeek } from '../contract.ts'
import { addDays } from '../periods/day.ts'
import type { Text } from '../text/catalogue.ts'
import { formatDay, formatMetricValue } from '../text/format.ts'
import { numberedMarks } from './numbered-marks.ts'
import { markDays } from './weekly-key.ts'

/** A weekly chart in words, for those who cannot see it: one sentence a part. */
export function weeklyChartLabel(
  words: { text: Text; language: Language },
  {
    metric,
    brand,
    comparison,
    weeks,
    marks,
    course,
    hasTable,
  }: {
    metric: MetricDescription
    brand: string
    comparison: Comparison
    weeks: readonly SeriesWeek[]
    marks: readonly SeriesMark[]
    course: readonly CourseWeek[] | null
    /** The table with the same numbers stands below it. */
    hasTable: boolean
  },
): { opening: string; expected: string[]; marked: string[] } {
  const { text, language } = words
  const value = (of: number) => formatMetricValue(of, metric.kind, language)
  const last = course?.at(-1)
  return {
    opening: text(hasTable ? 'chart.label' : 'chart.labelAlone', {
      metric: metric.name[language],
      brand,
      from: formatDay(weeks[0].from, language),
      to: formatDay(addDays(weeks[weeks.length - 1].to, -1), language),
      sentence: comparison.sentence[language],
    }),
    expected: last
      ? [
          text('chart.labelExpected', {
            value: value(last.expected),
            low: value(last.low),
            high: value(last.high),
          }),
        ]
      : [],
    marked: numberedMarks(marks, weeks).map(({ mark }) =>
      text('chart.labelMark', { name: mark.name[language], day: markDays(words, mark) }),
    ),
  }
}
