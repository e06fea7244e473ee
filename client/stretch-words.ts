import { addDays } from '../server/periods/day.ts'
import { formatDay } from '../server/text/format.ts'
import type { View } from './view.ts'

/** First and last day of a half-open stretch, as people write it. */
export function stretchWords(
  { language, text }: Pick<View, 'language' | 'text'>,
  from: string,
  to: string,
): string {
  const last = addDays(to, -1)
  return text('figure.window', {
    from: formatDay(from, language),
    to: formatDay(
      last,
      language,
      language === 'ko' && from.slice(0, 4) === last.slice(0, 4) ? 'short' : 'long',
    ),
  })
}
