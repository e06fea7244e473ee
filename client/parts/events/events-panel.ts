import type { EventsAnswer, EventSummary } from '../../../server/contract-event.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { formatDay } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { momentWords } from '../freshness.ts'
import { moreDetails } from '../more-details.ts'
import { openEventDialog } from './event-dialog.ts'
import { eventProblem } from './event-problem.ts'

type Shown = {
  brand: BrandSummary
  answer: EventsAnswer
  /** The day a new note begins with. */
  day: string
}

/** What people noted on days of a brand, with the way to add, change and remove; the charts carry the same marks. */
export function eventsPanel(view: View, { brand, answer, day }: Shown): HTMLElement {
  const { text } = view
  const { events, canAdd, canAddForAll } = answer
  const add = el(
    'button',
    {
      class: 'button small',
      type: 'button',
      id: 'event-add',
      aria: { haspopup: 'dialog' },
      on: { click: () => openEventDialog(view, { brand, event: null, canAddForAll, day }) },
    },
    text('events.add'),
  )
  const edit = (event: EventSummary) => openEventDialog(view, { brand, event, canAddForAll, day })
  const list =
    events.length === 0
      ? el('p', { class: 'small' }, text(canAdd ? 'events.none' : 'events.noneReader'))
      : moreDetails(
          'events-list',
          text('events.count', { n: events.length }),
          el('ul', { class: 'event-list' }, ...events.map((event) => eventLine(view, brand, event, edit))),
          el('p', { class: 'small' }, text('events.noEffect')),
        )
  return el(
    'section',
    { class: 'events', id: 'events', aria: { labelledby: 'events-title' } },
    el('h2', { id: 'events-title', tabIndex: -1 }, text('events.title')),
    canAdd ? add : null,
    list,
  )
}

function eventLine(
  view: View,
  brand: BrandSummary,
  event: EventSummary,
  edit: (event: EventSummary) => void,
): HTMLElement {
  const { text, language } = view
  const day = formatDay(event.day, language)
  const outcome = el('p', { class: 'problem', role: 'alert' })
  const moment = (iso: string) => momentWords(iso, view, [brand])
  const written =
    event.changedAt !== null && event.changedBy !== null
      ? text('events.changedBy', { name: event.changedBy, moment: moment(event.changedAt) })
      : text('events.by', { name: event.createdBy, moment: moment(event.createdAt) })
  const button = (id: string, label: string, full: string, click: () => void) =>
    el('button', { class: 'button small', type: 'button', id, aria: { label: full }, on: { click } }, label)

  async function remove(): Promise<void> {
    if (!window.confirm(text('events.removeQuestion'))) return
    try {
      await view.api.events.remove(event.id)
      view.reload()
    } catch (error) {
      outcome.textContent = eventProblem(error, text)
    }
  }

  return el(
    'li',
    {},
    el(
      'div',
      { class: 'event-words' },
      el(
        'p',
        {},
        el('b', {}, day),
        ` · ${text(`eventKind.${event.kind}`)}`,
        event.brand === null ? ` · ${text('events.everyBrand')}` : null,
      ),
      el('p', {}, event.text),
      el('p', { class: 'small' }, written),
      outcome,
    ),
    event.canChange
      ? el(
          'div',
          { class: 'event-buttons' },
          button(
            `event-${event.id}-edit`,
            text('events.edit'),
            text('events.editLabel', { day, text: event.text }),
            () => edit(event),
          ),
          button(
            `event-${event.id}-remove`,
            text('events.remove'),
            text('events.removeLabel', { day, text: event.text }),
            () => void remove(),
          ),
        )
      : null,
  )
}
