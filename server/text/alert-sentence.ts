import type { AlertDraft, AlertWatch } from '../contract-alert.ts'
import type { MetricKey } from '../contract.ts'
import type { AlertWords } from './alert-words.ts'
import { countedNoun } from './alert-words.ts'
import { formatMetricValue, formatNumber } from './format.ts'

const MOST_NAMED = 3

/** What a rule does, said in full: what it looks at, when it tells, what follows. */
export function alertSentence(
  draft: Pick<AlertDraft, 'watch' | 'brands' | 'tellsEnd' | 'repeatDays' | 'hours' | 'zone'>,
  brandName: (id: number) => string | undefined,
  words: AlertWords,
): string {
  const { text } = words
  const { watch, tellsEnd, repeatDays, hours, zone } = draft
  const goesOn = watch.kind !== 'verdict' || watch.change === 'worse' || watch.change === 'no_longer_improved'
  return [
    whenWords(watch, brandsWords(draft.brands, brandName, words), words),
    watch.kind === 'data' && watch.troubles.some((trouble) => lasting.has(trouble))
      ? text('alert.says.dataHours', { n: watch.hours })
      : null,
    goesOn && tellsEnd ? text('alert.says.end') : null,
    goesOn && repeatDays !== null ? text('alert.says.repeat', { n: repeatDays }) : null,
    hours ? text('alert.says.hours', { ...hours, zone }) : null,
    text('alert.says.grouped'),
  ]
    .filter((part) => part !== null)
    .join(' ')
}

const lasting = new Set(['stream', 'job', 'backlog'])

function whenWords(watch: AlertWatch, brands: string, words: AlertWords): string {
  const { text, language, metricOf } = words
  switch (watch.kind) {
    case 'verdict': {
      const figures = figuresWords(watch.metrics, text('alert.says.allFigures'), words)
      return text(`alert.says.verdict.${watch.change}`, { figures, brands })
    }
    case 'level': {
      const { kind } = metricOf(watch.metric)
      return text(`alert.says.level.${watch.side}`, {
        figures: figuresWords([watch.metric], '', words),
        brands,
        limit: formatMetricValue(watch.value, kind, language),
        n: formatNumber(watch.fromCount, language),
        noun: countedNoun(watch.metric, text),
      })
    }
    case 'goal':
      return text('alert.says.goal', {
        figures: figuresWords(watch.metrics, text('alert.says.allGoals'), words),
        brands,
      })
    case 'data':
      return text('alert.says.data', {
        troubles: watch.troubles
          .map((trouble) => text(`alert.trouble.${trouble}`))
          .join(text('alert.says.or')),
      })
  }
}

function figuresWords(
  metrics: readonly MetricKey[] | null,
  all: string,
  { text, language, metricOf }: AlertWords,
): string {
  if (metrics === null) return all
  const names = metrics.map((key) => metricOf(key).name[language])
  return (language === 'en' ? names.map((name) => inSentence(name)) : names).join(text('alert.says.or'))
}

/** 'First reply time' inside a sentence; 'CSAT' stays as it is. */
function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

function brandsWords(
  brands: readonly number[] | null,
  brandName: (id: number) => string | undefined,
  { text, language }: AlertWords,
): string {
  if (brands === null) return text('alert.says.allBrands')
  const names = brands.flatMap((id) => brandName(id) ?? [])
  return names.length > MOST_NAMED
    ? text('alert.says.manyBrands', { n: formatNumber(names.length, language) })
    : names.join(text('alert.says.or'))
}
