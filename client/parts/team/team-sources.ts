import type { TeamAnswer } from '../../../server/contract-team.ts'
import { dayOf } from '../../../server/periods/zone.ts'
import { formatDay, formatNumber, formatRate } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { sidesOf } from './week-hours.ts'

/** How far the records of agents' work reach, and what sharing agents between brands means for the figures. */
export function teamSources(view: View, answer: TeamAnswer): HTMLElement {
  return el(
    'div',
    { class: 'team-notes' },
    el(
      'section',
      { class: 'panel' },
      el('h2', {}, view.text('team.sources')),
      el('ul', { class: 'plain-list' }, ...sourceWords(view, answer).map((words) => el('li', {}, words))),
    ),
    el(
      'section',
      { class: 'panel' },
      el('h2', {}, view.text('team.sharing')),
      ...sharingWords(view, answer).map((words) => el('p', {}, words)),
    ),
  )
}

function sourceWords({ text, language }: View, answer: TeamAnswer): string[] {
  const { keptDays, heldFrom } = answer.sources
  const covers = sidesOf(answer)
    .filter(({ window }) => window.cover.served > 0)
    .map(({ key, window: { cover } }) =>
      text('team.cover', {
        side: text(`team.${key}`),
        share: formatRate(cover.held / cover.served, language),
        n: formatNumber(cover.served, language),
      }),
    )
  return [
    text('team.sourceChat'),
    heldFrom === null
      ? text('team.sourceMessagingNone', { n: keptDays })
      : text('team.sourceMessaging', {
          n: keptDays,
          day: formatDay(dayOf(Date.parse(heldFrom), answer.brand.zone), language),
        }),
    ...covers,
  ]
}

function sharingWords({ text, language }: View, { sharing }: TeamAnswer): string[] {
  const { brands, isWhole } = sharing
  const shares = brands.map(({ brand, share }) =>
    text('team.sharingBrand', { share: formatRate(share, language), brand: brand.name }),
  )
  return [
    ...(shares.length === 0 ? [text('team.sharingNone')] : [...shares, text('team.sharingRule')]),
    ...(isWhole ? [] : [text('team.sharingHidden')]),
  ]
}
