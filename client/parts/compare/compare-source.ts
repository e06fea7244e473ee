import type { CompareAnswer } from '../../compare-answer.ts'
import type { FigureSource } from '../../downloads/figure-file.ts'
import type { View } from '../../view.ts'

/** What the files of all figures of this page say alike; each brand has days of its own. */
export function compareSource(
  { text }: Pick<View, 'text'>,
  { metric, comparisons, brands }: CompareAnswer,
): Pick<FigureSource, 'subject' | 'window' | 'asOf' | 'brands' | 'metrics'> {
  const subject = text('tools.allBrands')
  return { subject, window: null, asOf: comparisons.asOf, brands, metrics: [metric.key] }
}
