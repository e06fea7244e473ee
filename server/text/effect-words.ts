import type { Effect, Language, MetricDescription } from '../contract.ts'
import { formatEffect } from './format.ts'
import type { Text } from './catalogue.ts'

/** An effect in the words of its metric: '40% shorter', '3.2 points higher'; 'no change' where rounding leaves nothing. */
export function effectInWords(
  effect: Effect,
  { kind }: Pick<MetricDescription, 'kind'>,
  language: Language,
  text: Text,
): string {
  const size = formatEffect(effect.value, effect.unit, language)
  const bare = size.replace(/^[−+]/, '')
  if (bare === size) return text('forest.same')
  return text(`effect.${kind}.${size.startsWith('−') ? 'less' : 'more'}`, { size: bare })
}
