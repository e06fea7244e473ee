import type { SessionAnswer } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { Frame } from '../frame.ts'
import { themes } from '../theme.ts'

type Person = SessionAnswer['person']

/** Who is signed in, how the screen looks, and the way out. Closes on Escape and on a click elsewhere. */
export function personMenu(frame: Frame, person: Person, open: boolean): HTMLElement {
  const { text } = frame
  const menu = el(
    'details',
    { class: 'menu', open, on: { keydown: closeOnEscape, focusout: closeOnLeaving } },
    el(
      'summary',
      { id: 'person-menu', aria: { label: text('person.menu', { name: person.name }) } },
      el('span', { class: 'avatar', aria: { hidden: 'true' } }, initialOf(person.name)),
    ),
    el(
      'div',
      { class: 'menu-body' },
      el(
        'p',
        { class: 'who' },
        el('strong', {}, person.name),
        el('span', {}, person.email),
        el('span', {}, text(`role.${person.role}`)),
      ),
      themeChoice(frame),
      el(
        'button',
        { class: 'button wide', type: 'button', on: { click: () => void frame.signOut() } },
        text('person.signOut'),
      ),
    ),
  )

  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    menu.open = false
    menu.querySelector('summary')?.focus()
  }

  function closeOnLeaving(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false
  }

  return menu
}

function themeChoice({ text, theme, changeTheme }: Frame): HTMLElement {
  const choices = themes.map((name) =>
    el(
      'label',
      {},
      el('input', {
        type: 'radio',
        name: 'theme',
        id: `theme-${name}`,
        checked: name === theme,
        on: { change: () => changeTheme(name) },
      }),
      el('span', {}, text(`theme.${name}`)),
    ),
  )
  return el('fieldset', { class: 'choices' }, el('legend', {}, text('app.theme')), ...choices)
}

function initialOf(name: string): string {
  return [...name.trim()][0]?.toUpperCase() ?? '·'
}
