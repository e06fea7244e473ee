import type { Language, MetricKey } from '../contract.ts'

/** Addresses of the pages a mail leads to, in the reader's language. */
export type Links = { overview: string; brand(id: number, metric?: MetricKey): string }

export function linksTo(publicUrl: string, language: Language): Links {
  return {
    overview: `${publicUrl}/?lang=${language}`,
    brand: (id, metric) => `${publicUrl}/brands/${id}?lang=${language}${metric ? `#${metric}` : ''}`,
  }
}
