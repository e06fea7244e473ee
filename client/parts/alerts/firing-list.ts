import type { AlertFiring, AlertSummary } from '../../../server/contract-alert.ts'
import type { AlertWords } from '../../../server/text/alert-words.ts'
import { eventTitle } from '../../../server/text/alert-words.ts'
import { formatInstant, formatNumber } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import { brandPath } from '../../route.ts'
import type { View } from '../../view.ts'
import { moreDetails } from '../more-details.ts'

const SHOWN_AT_FIRST = 4

/** Where an alert is on now, newest first, each with the way to its figure; null where it is nowhere. */
export function firingList(
  view: View,
  { alert, words, zone }: { alert: AlertSummary; words: AlertWords; zone: string },
): HTMLElement | null {
  const { text, language } = view
  const all = alert.firing.toSorted((one, other) => (one.since < other.since ? 1 : -1))
  if (all.length === 0) return null
  const items = (shown: readonly AlertFiring[]) =>
    el('ul', { class: 'firing-list' }, ...shown.map((one) => item(view, one, words, zone)))
  const rest = all.slice(SHOWN_AT_FIRST)
  return el(
    'div',
    {},
    items(all.slice(0, SHOWN_AT_FIRST)),
    rest.length === 0
      ? null
      : moreDetails(
          `alert-${alert.id}-firing`,
          text('alert.moreFiring', { n: formatNumber(rest.length, language) }),
          items(rest),
        ),
  )
}

function item(
  { text, language, link }: View,
  { brand, since, wasTold, facts }: AlertFiring,
  words: AlertWords,
  zone: string,
): HTMLElement {
  const title =
    facts === null
      ? (brand?.name ?? '')
      : eventTitle({ kind: 'begun', brand: brand?.name ?? null, facts }, words)
  const address =
    facts === null || facts.kind === 'data' || brand === null
      ? '/data-health'
      : figurePath(brand.id, facts.metric, words)
  const details = facts?.kind === 'data' ? facts.words?.[language] : null
  return el(
    'li',
    {},
    el('a', { href: link(address) }, title),
    details ? el('span', {}, details) : null,
    el(
      'span',
      { class: 'small' },
      wasTold ? text('alert.since', { moment: formatInstant(since, zone, language) }) : text('alert.notTold'),
    ),
  )
}

/** The place of a figure on its brand's page. */
export function figurePath(
  brandId: number,
  metric: Parameters<AlertWords['metricOf']>[0],
  words: AlertWords,
): string {
  return words.metricOf(metric).primary ? brandPath(brandId, metric) : brandPath(brandId, metric, metric)
}
