import type { AlertSummary } from '../../../server/contract-alert.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { alertSentence } from '../../../server/text/alert-sentence.ts'
import type { AlertWords } from '../../../server/text/alert-words.ts'
import { formatInstant, formatNumber } from '../../../server/text/format.ts'
import { alertPath } from '../../alert-place.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import type { IconName } from '../icon.ts'
import { icon } from '../icon.ts'
import { alertActions } from './alert-actions.ts'
import { firingList } from './firing-list.ts'

type Shown = { alert: AlertSummary; words: AlertWords; brands: readonly BrandSummary[]; zone: string }
type State = { look: 'quiet' | 'firing' | 'snoozed' | 'paused'; shape: IconName; label: string }

/** One alert at a glance: how it stands, what it does, where it is so now, what can be done with it. */
export function alertCard(view: View, { alert, words, brands, zone }: Shown): HTMLElement {
  const { text, language, link, session } = view
  const { id, name, owner } = alert
  const { buttons, outcome } = alertActions(view, alert)
  const { look, shape, label } = stateOf(view, alert, zone)
  const names = new Map(brands.map((brand) => [brand.id, brand.name]))
  const isOthers = owner.email !== session.person.email
  const facts = [
    alert.reaches === 0 ? text('alert.reachesNobody') : text('alert.reaches', { n: alert.reaches }),
    alert.lastEventAt === null
      ? text('alert.never')
      : text('alert.last', { moment: formatInstant(alert.lastEventAt, zone, language) }),
    ...(isOthers ? [text('alert.owner', { name: owner.name })] : []),
  ]
  return el(
    'article',
    { class: 'panel alert-card', id: `alert-${id}`, aria: { labelledby: `alert-${id}-name` } },
    el(
      'div',
      { class: 'alert-head' },
      el(
        'h2',
        { id: `alert-${id}-name` },
        el('a', { href: link(alertPath({ edit: id })), id: `alert-${id}-open` }, name),
      ),
      el('span', { class: `alert-mark ${look}` }, icon(shape), el('span', {}, label)),
    ),
    el(
      'p',
      { class: 'alert-says' },
      alertSentence(alert, (brandId) => names.get(brandId), words),
    ),
    firingList(view, { alert, words, zone }),
    alert.waiting > 0
      ? el('p', { class: 'small' }, text('alert.waiting', { n: formatNumber(alert.waiting, language) }))
      : null,
    el('p', { class: 'small alert-facts' }, ...facts.map((fact) => el('span', {}, fact))),
    el('div', { class: 'alert-actions' }, ...buttons),
    outcome,
  )
}

/** Paused, snoozed, on or quiet, as a shape and a word. */
function stateOf({ text, language }: View, alert: AlertSummary, zone: string): State {
  const { paused, snoozedUntil, firing, owner } = alert
  const say = (moment: string) => formatInstant(moment, zone, language)
  if (paused !== null) {
    const key = paused.because === 'person' ? 'alert.state.paused' : 'alert.state.owner_scope'
    return {
      look: 'paused',
      shape: 'not_moved',
      label: text(key, { moment: say(paused.at), name: owner.name }),
    }
  }
  if (snoozedUntil !== null)
    return {
      look: 'snoozed',
      shape: 'clock',
      label: text('alert.state.snoozed', { moment: say(snoozedUntil) }),
    }
  if (firing.length === 0) return { look: 'quiet', shape: 'check', label: text('alert.state.quiet') }
  return {
    look: 'firing',
    shape: 'warning',
    label:
      firing.length === 1
        ? text('alert.state.firingOne')
        : text('alert.state.firing', { n: formatNumber(firing.length, language) }),
  }
}
