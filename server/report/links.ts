import type { Language, MetricKey, QuestionFilter } from '../contract.ts'
import { isPrimary } from '../metrics/catalog.ts'

/** Addresses of the pages a mail leads to, in the reader's language; narrowed as the mail is. */
export type Links = {
  overview: string
  brand(id: number, metric?: MetricKey): string
  /** What a figure means. */
  definition(metric: MetricKey): string
  dataHealth: string
  reports: string
  /** What became of a report's mails. */
  history(reportId: number): string
}

export function linksTo(publicUrl: string, language: Language, filter: QuestionFilter | null = null): Links {
  const narrowing = filter === null ? [] : choicesOf(filter)
  const address = (path: string, choices: readonly (readonly [string, string])[] = []) =>
    `${publicUrl}${path}?${queryOf([...choices, ['lang', language]])}`
  return {
    overview: address('/', narrowing),
    brand: (id, metric) => {
      // A further figure is opened by its name, those of the report have their place on the page.
      const further = metric !== undefined && !isPrimary(metric) ? [['metric', metric] as const] : []
      return `${address(`/brands/${id}`, [...further, ...narrowing])}${metric === undefined ? '' : `#${metric}`}`
    },
    definition: (metric) => `${address('/glossary')}#${metric}`,
    dataHealth: address('/data-health'),
    reports: address('/reports'),
    history: (reportId) => address(`/reports/${reportId}/history`),
  }
}

function queryOf(choices: readonly (readonly [string, string])[]): string {
  const query = new URLSearchParams()
  for (const [name, value] of choices) query.append(name, value)
  return query.toString()
}

/** As the pages read them from their address. */
function choicesOf({ open, ...lists }: QuestionFilter): [string, string][] {
  const listed = Object.entries(lists).flatMap(([name, values]): [string, string][] =>
    values === null ? [] : [[name, values.join(',')]],
  )
  return open ? [...listed, ['open', '1']] : listed
}
