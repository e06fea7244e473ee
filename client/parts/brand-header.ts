import type { BrandSummary } from '../../server/contract.ts'
import { addDays } from '../../server/periods/day.ts'
import { formatDay } from '../../server/text/format.ts'
import { stretchOf } from '../agreement.ts'
import { el } from '../dom.ts'
import type { Child } from '../dom.ts'
import type { BrandAnswer } from '../brand-answer.ts'
import { brandPath } from '../route.ts'
import { isKnownUnmoved } from '../verdicts.ts'
import type { View } from '../view.ts'
import { icon } from './icon.ts'
import { pdfLine } from './pdf-line.ts'
import { stamps } from './stamps.ts'

/** The brand's name, when it moved, how that is known, and the ways to the other brands. */
export function brandHeader(view: View, answer: BrandAnswer): HTMLElement {
  const { brand, agreement } = answer
  const stretch = stretchOf([
    ...answer.figures.flatMap(({ comparison: { before, after, now } }) => [before, after, now]),
    ...answer.figures.flatMap(({ series }) => series.weeks),
  ])
  const fresh = stamps(view, { answer, brands: [brand], agreement, stretch })
  return el(
    'section',
    { class: 'brand-header' },
    el(
      'div',
      { class: 'crumbs' },
      el(
        'nav',
        { aria: { label: view.text('brand.breadcrumb') } },
        el('a', { href: view.link('/') }, view.text('nav.overview')),
        el('span', { aria: { hidden: 'true' } }, '/'),
        el('span', { aria: { current: 'page' } }, brand.name),
      ),
      neighbours(view, answer),
    ),
    pdfLine(view, fresh, `brands/${brand.id}`, pdfChoices(answer)),
    el('h1', { tabIndex: -1 }, brand.name),
    brand.cutover ? facts(view, brand, brand.cutover) : el('p', { class: 'lead' }, leadWords(view, answer)),
  )
}

/** What the page is narrowed to, and the figure it has opened. */
function pdfChoices({ narrowing, narrowed, figures, opened }: BrandAnswer): URLSearchParams {
  const choices = new URLSearchParams(narrowing.query)
  const shown = narrowed ? figures[0] : opened
  if (shown) choices.set('metric', shown.metric.key)
  return choices
}

function leadWords({ text }: View, { brand, figures }: BrandAnswer): string {
  const comparisons = figures.map((figure) => figure.comparison)
  return text(isKnownUnmoved(brand, comparisons) ? 'brand.notMovedLead' : 'brand.moveUnknownLead')
}

/** A narrowed page leads to the same view of its neighbours. */
function neighbours(view: View, { brand, brands, narrowed, narrowing, figures }: BrandAnswer): HTMLElement {
  const metric = narrowed ? figures[0].metric.key : null
  const at = brands.findIndex(({ id }) => id === brand.id)
  const step = (other: BrandSummary | undefined, label: string, arrow: 'back' | 'arrow') => {
    if (!other) return null
    const name = el('span', {}, other.name)
    const parts: Child[] = arrow === 'back' ? [icon(arrow), name] : [name, icon(arrow)]
    return el(
      'a',
      {
        href: view.link(brandPath(other.id, undefined, metric, narrowing.query)),
        aria: { label: `${label}: ${other.name}` },
      },
      ...parts,
    )
  }
  return el(
    'div',
    { class: 'neighbours' },
    step(brands[at - 1], view.text('brand.previous'), 'back'),
    step(brands[at + 1], view.text('brand.next'), 'arrow'),
  )
}

function facts(view: View, brand: BrandSummary, cutover: NonNullable<BrandSummary['cutover']>): HTMLElement {
  const { language, text } = view
  const fact = (term: string, words: string, note: string) =>
    el('div', {}, el('dt', {}, term), el('dd', {}, words, el('small', {}, note)))
  return el(
    'dl',
    { class: 'facts' },
    fact(text('brand.cutover'), formatDay(cutover.wentLiveOn, language), text(`brand.${cutover.source}`)),
    fact(
      text('brand.ramp'),
      rampWords(view, cutover),
      text(cutover.rampSource === 'measured' ? 'brand.rampMeasured' : 'brand.rampAssumed'),
    ),
    el('div', {}, el('dt', {}, text('brand.zone')), el('dd', {}, brand.zone)),
  )
}

/** The settling-in period is half-open: it ends on the day before `rampEnd`. */
function rampWords({ language, text }: View, cutover: NonNullable<BrandSummary['cutover']>): string {
  if (cutover.rampEnd === null || cutover.rampEnd <= cutover.wentLiveOn) return text('brand.rampNone')
  return text('figure.window', {
    from: formatDay(cutover.wentLiveOn, language, 'short'),
    to: formatDay(addDays(cutover.rampEnd, -1), language, 'short'),
  })
}
