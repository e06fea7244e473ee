import type { BotFunnel } from '../../../server/contract-bot.ts'
import { formatRate } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import type { DataTable } from '../../downloads/data-table.ts'
import { dataTable, wordColumn } from '../../downloads/data-table.ts'
import { fileValue, unitHeading } from '../../downloads/file-units.ts'
import type { View } from '../../view.ts'
import { wholeShares } from '../../whole-shares.ts'
import { countLink } from '../rows-behind.ts'

const stepKeys = [
  'started',
  'contained',
  'undecided',
  'silent',
  'handedOff',
  'answered',
  'resolved',
  'handedBack',
  'unanswered',
  'waiting',
] as const satisfies readonly (keyof BotFunnel)[]

type Step = {
  key: keyof BotFunnel
  depth: 0 | 1 | 2
  /** Where its bar begins: as many conversations end in steps before it. */
  offset: number
  look: 'all' | 'contained' | 'handed' | 'answered' | 'lost' | 'open'
}

/**
 * The steps of a conversation as a table whose bars stand below the part of the whole they are a part of.
 * @param pathOf where the conversations of a step are listed
 */
export function funnelTable(
  view: View,
  funnel: BotFunnel,
  pathOf: (step: keyof BotFunnel) => string | null,
): HTMLElement {
  const { text } = view
  const head = (['funnel.step', 'funnel.count', 'funnel.share'] as const).map((key, index) =>
    el('th', { scope: 'col', class: index === 0 ? '' : 'numeric' }, text(key)),
  )
  return el(
    'table',
    { class: 'funnel' },
    el('caption', { class: 'unseen' }, text('funnel.caption')),
    el('thead', {}, el('tr', {}, ...head)),
    el('tbody', {}, ...stepsOf(funnel).map((step) => row(view, funnel, step, pathOf(step.key)))),
  )
}

/** The same steps for a file; each names the step it is a part of. */
export function funnelData({ text }: View, funnel: BotFunnel): DataTable {
  return dataTable(
    [
      wordColumn<Step>(text('funnel.step'), ({ key }) => text(`funnel.${key}`)),
      wordColumn<Step>(text('tools.step'), (step) => {
        const parent = parentOf(step)
        return parent && text(`funnel.${parent}`)
      }),
      { file: [{ heading: text('funnel.count'), value: ({ key }) => funnel[key] }] },
      {
        file: [
          {
            heading: unitHeading(text('funnel.share'), 'rate', text),
            value: ({ key }) => fileValue(funnel[key] / funnel.started, 'rate'),
          },
        ],
      },
    ],
    stepsOf(funnel),
  )
}

/** A step's name; null for what is none. */
export function stepName({ text }: Pick<View, 'text'>, key: string): string | null {
  const step = stepKeys.find((one) => one === key)
  return step === undefined ? null : text(`funnel.${step}`)
}

function parentOf({ key, depth }: Step): keyof BotFunnel | null {
  if (depth === 0) return null
  if (key === 'resolved' || key === 'handedBack') return 'answered'
  return depth === 1 ? 'started' : 'handedOff'
}

/** In words: of a hundred conversations, how many end where. */
export function funnelSentence({ text }: View, funnel: BotFunnel): string {
  const { contained, answered, unanswered, waiting, undecided, silent } = funnel
  const shares = wholeShares([contained, answered, unanswered, waiting + undecided + silent])
  if (shares === null) return text('bot.noFunnel')
  const [first, second, third, others] = shares
  const values = { contained: first, answered: second, unanswered: third, others }
  return text(others > 0 ? 'bot.headlineOthers' : 'bot.headline', values)
}

/** Steps that never occur but need an explanation are left out while nothing is in them. */
function stepsOf(funnel: BotFunnel): Step[] {
  const { contained, undecided, silent, answered, unanswered } = funnel
  const handed = contained + undecided + silent
  const steps: Step[] = [
    { key: 'started', depth: 0, offset: 0, look: 'all' },
    { key: 'contained', depth: 1, offset: 0, look: 'contained' },
    { key: 'undecided', depth: 1, offset: contained, look: 'open' },
    { key: 'silent', depth: 1, offset: contained + undecided, look: 'open' },
    { key: 'handedOff', depth: 1, offset: handed, look: 'handed' },
    { key: 'answered', depth: 2, offset: handed, look: 'answered' },
    { key: 'resolved', depth: 2, offset: handed, look: 'answered' },
    { key: 'handedBack', depth: 2, offset: handed, look: 'answered' },
    { key: 'unanswered', depth: 2, offset: handed + answered, look: 'lost' },
    { key: 'waiting', depth: 2, offset: handed + answered + unanswered, look: 'open' },
  ]
  const optional: readonly (keyof BotFunnel)[] = ['undecided', 'silent', 'handedBack', 'waiting']
  return steps.filter(({ key }) => funnel[key] > 0 || !optional.includes(key))
}

function row(
  view: View,
  funnel: BotFunnel,
  { key, depth, offset, look }: Step,
  path: string | null,
): HTMLElement {
  const { text, language } = view
  const count = funnel[key]
  const bar = el('span', { class: `funnel-bar ${look}` })
  // Through the object model: the content security policy allows no style attributes.
  bar.style.marginInlineStart = percent(offset, funnel.started)
  bar.style.width = percent(count, funnel.started)
  const isWithin = key === 'resolved' || key === 'handedBack'
  return el(
    'tr',
    { class: `depth-${depth}${isWithin ? ' within' : ''}` },
    el(
      'th',
      { scope: 'row' },
      el('span', { class: 'funnel-name' }, text(`funnel.${key}`)),
      el('span', { class: 'funnel-track', aria: { hidden: 'true' } }, bar),
    ),
    el('td', { class: 'numeric' }, countLink(view, count, path)),
    el('td', { class: 'numeric' }, formatRate(count / funnel.started, language)),
  )
}

function percent(part: number, whole: number): string {
  return `${(100 * part) / whole}%`
}
