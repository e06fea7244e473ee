import type { AgreementAnswer } from '../../server/contract-agreement.ts'
import type { BrandSummary } from '../../server/contract.ts'
import { formatDay, formatNumber } from '../../server/text/format.ts'
import type { Stretch } from '../agreement.ts'
import { agreementWithin } from '../agreement.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { freshness } from './freshness.ts'
import { icon } from './icon.ts'
import type { IconName } from './icon.ts'

const MOST_DAYS_NAMED = 3

type Shown = {
  answer: { asOf: string; dataCompleteTo: string | null }
  /** Those the page speaks of. */
  brands: readonly BrandSummary[]
  agreement: AgreementAnswer | null
  /** The days its figures are made of. */
  stretch: Stretch
}

/** Up to when the figures of a page are complete, and whether their days agree with Zendesk's own counts. */
export function stamps(view: View, { answer, brands, agreement, stretch }: Shown): HTMLElement {
  return el(
    'div',
    { class: 'stamps' },
    freshness(view, answer, brands),
    // While nothing is complete there is nothing that could agree.
    agreement && answer.dataCompleteTo !== null && agreementStamp(view, agreement, brands, stretch),
  )
}

/** Leads to the page that tells it day by day. */
function agreementStamp(
  view: View,
  { brands: known }: AgreementAnswer,
  brands: readonly BrandSummary[],
  stretch: Stretch,
): HTMLElement {
  const { text, language } = view
  const { checked, differing } = agreementWithin(
    known,
    brands.map(({ id }) => id),
    stretch,
  )
  const n = formatNumber(differing.length, language)
  const all = formatNumber(checked, language)
  if (checked === 0)
    return stamp('not_enough_data', 'unchecked', text('agreement.unchecked'), text('agreement.uncheckedMore'))
  if (differing.length === 0)
    return stamp(
      'improved',
      'agrees',
      text('agreement.agrees'),
      text('agreement.agreesMore', { n: all, count: checked }),
    )
  const days = differing.slice(-MOST_DAYS_NAMED).reverse()
  const named = days.map((day) => formatDay(day, language)).join(', ')
  const more = differing.length > days.length ? 'agreement.differsLatest' : 'agreement.differsMore'
  return stamp(
    'warning',
    'differs',
    text('agreement.differs', { n, count: differing.length }),
    text(more, { n, count: differing.length, all, days: named }),
  )

  function stamp(name: IconName, look: string, words: string, title: string): HTMLElement {
    return el(
      'a',
      { class: `agreement ${look}`, href: view.link('/data-health#reconciliation'), title },
      icon(name),
      el('span', {}, words),
    )
  }
}
