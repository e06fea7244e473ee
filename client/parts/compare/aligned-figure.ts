import type { PlacedLine } from '../../charts/draw-aligned.ts'
import { alignedText, alignedWeekWords, distanceWords } from '../../../server/charts/aligned-text.ts'
import { formatMetricValue } from '../../../server/text/format.ts'
import type { CompareAnswer, MovedBrand } from '../../compare-answer.ts'
import { linedBrands, movedBrands } from '../../compare-answer.ts'
import type { ChosenBrands } from '../../compare-choices.ts'
import { comparePath, mostLines } from '../../compare-choices.ts'
import { narrowingOf } from '../../narrowing.ts'
import { el } from '../../dom.ts'
import type { DataTable, FiledColumn } from '../../downloads/data-table.ts'
import { dataTable } from '../../downloads/data-table.ts'
import { changeHeading, fileChange, fileValue, unitHeading } from '../../downloads/file-units.ts'
import { isCalled } from '../../forest-order.ts'
import type { View } from '../../view.ts'
import { restsOnRatings } from '../../words.ts'
import { keyEntry } from '../chart-key.ts'
import { figureTools } from '../figure-tools.ts'
import { moreDetails } from '../more-details.ts'
import { plainTable } from '../plain-table.ts'
import { compareSource } from './compare-source.ts'
import { lineSwatch } from './line-swatch.ts'

/** The brands' weeks counted from their own moves, each held against its own level before. */
export function alignedFigure(view: View, answer: CompareAnswer, chosen: ChosenBrands) {
  const { metric, aligned, comparisons } = answer
  const { text, language } = view
  const lined = linedBrands(aligned)
  const lines = lined.flatMap((one, index) => (chosen.ids.includes(one.brand.id) ? [{ one, index }] : []))
  const isRatio = aligned.unit === 'ratio'
  const distance = (of: number) => distanceWords(of, aligned.unit, language)
  const value = (of: number | null) => formatMetricValue(of, metric.kind, language)
  const rampWeeks = Math.max(0, ...lines.map(({ one }) => Math.ceil(one.move.rampWeeks ?? 0)))
  const called = new Set(comparisons.comparisons.filter(isCalled).map(({ brand }) => brand.id))
  const canvas = el('canvas', { role: 'img', aria: { label: labelOf() } })
  const heading = el('h2', { id: 'aligned-title' }, text('aligned.title'))
  const levelWeeks = { n: -aligned.firstWeek }
  const node = el(
    'section',
    { class: 'metric', aria: { labelledby: heading.id } },
    heading,
    el(
      'p',
      { class: 'small compare-text' },
      [
        text(isRatio ? 'aligned.textRatio' : 'aligned.textPoints', levelWeeks),
        ...(metric.kind === 'duration' ? [text('aligned.log')] : []),
        ...(lines.some(({ one }) => called.has(one.brand.id)) ? [text('aligned.bold')] : []),
        text('aligned.descriptive'),
      ].join(' '),
    ),
    ...(lined.length === 0 ? [el('p', { class: 'no-chart' }, text('aligned.none'))] : body()),
    unlevelled(),
  )
  return { node, shown: lines.length > 0 ? shown : () => () => {} }

  function body(): HTMLElement[] {
    return [
      brandChoice(view, metric.key, lined, chosen),
      lines.length === 0 ? el('p', { class: 'no-chart' }, text('aligned.nothingChosen')) : figure(),
    ]
  }

  function figure(): HTMLElement {
    const drawn = el(
      'figure',
      { class: 'chart' },
      el('div', { class: 'canvas aligned' }, canvas),
      el('p', { class: 'small axis-title', aria: { hidden: 'true' } }, text('aligned.axis')),
      // The choice above is the key of the page; a picture goes without it.
      el('ul', { class: 'key picture-only', aria: { hidden: 'true' } }, ...lines.map(lineEntry)),
      el(
        'ul',
        { class: 'key' },
        rampWeeks > 0 ? keyEntry('ramp', text('aligned.ramp', { n: rampWeeks })) : null,
        keyEntry('aligned-none', text('aligned.asBefore')),
        el('li', {}, text('aligned.running')),
      ),
      moreDetails('aligned-table', text('table.show'), weeksTable()),
    )
    const source = {
      ...compareSource(view, answer),
      id: 'aligned-save',
      title: `${metric.name[language]} – ${text('aligned.title')}`,
      table: weeksData,
    }
    drawn.append(figureTools(view, source, drawn))
    return drawn
  }

  function lineEntry({ one, index }: (typeof lines)[number]): HTMLElement {
    const number = el('span', { class: 'line-number' }, String(index + 1))
    return el('li', {}, lineSwatch(index), number, one.brand.name)
  }

  function shown(): () => void {
    const drawn = import('../../charts/draw-aligned.ts').then(({ drawAligned }) => {
      if (!canvas.isConnected) return () => {}
      return drawAligned(canvas, {
        lines: lines.map(({ one, index }) => lineOf(one, index)),
        unit: aligned.unit,
        isLogarithmic: metric.kind === 'duration',
        firstWeek: aligned.firstWeek,
        lastWeek: aligned.lastWeek,
        rampWeeks,
        text: alignedText(view, metric, aligned.unit),
      })
    })
    return () => void drawn.then((takeAway) => takeAway())
  }

  function lineOf({ brand, move }: MovedBrand, place: number): PlacedLine {
    return { name: brand.name, number: place + 1, place, isBold: called.has(brand.id), weeks: move.weeks }
  }

  function labelOf(): string {
    const rows = lines.flatMap(({ one: { brand, move } }) => {
      const last = move.weeks.findLast((week) => week.complete && week.distance !== null)
      return last && last.distance !== null
        ? [
            text('aligned.rowLabel', {
              brand: brand.name,
              value: distance(last.distance),
              week: last.week + 1,
            }),
          ]
        : []
    })
    return text('aligned.label', {
      metric: metric.name[language],
      n: lines.length,
      first: -aligned.firstWeek,
      last: aligned.lastWeek + 1,
      rows: rows.join(' '),
    })
  }

  function weeksTable(): HTMLElement {
    return plainTable(text('aligned.title'), weekColumns(), shownWeeks())
  }

  function weeksData(): DataTable {
    return dataTable(weekColumns(), shownWeeks())
  }

  function shownWeeks(): number[] {
    return Array.from(
      { length: aligned.lastWeek - aligned.firstWeek + 1 },
      (_, index) => aligned.firstWeek + index,
    )
  }

  /** One column for each brand on the page; in a file the distance, the value and its count are columns of their own. */
  function weekColumns(): FiledColumn<number>[] {
    return [
      {
        heading: text('aligned.week'),
        cell: (week) => alignedWeekWords(view, week),
        file: [{ heading: text('aligned.week'), value: (week) => week }],
      },
      ...lines.map(({ one: { brand, move } }): FiledColumn<number> => {
        const of = (week: number) => move.weeks.find((other) => other.week === week && other.complete)
        const named = (what: string) => text('tools.of', { name: brand.name, what })
        const held = named(text('tools.held'))
        return {
          heading: brand.name,
          isNumeric: true,
          cell(week) {
            const found = of(week)
            if (!found || found.distance === null) return '–'
            return text('aligned.point', { distance: distance(found.distance), value: value(found.value) })
          },
          file: [
            { heading: named(text('tools.weekFrom')), value: (week) => of(week)?.from ?? null },
            {
              heading: changeHeading(held, aligned.unit, text),
              value: (week) => fileChange(of(week)?.distance, aligned.unit),
            },
            {
              heading: unitHeading(named(text('table.value')), metric.kind, text),
              value: (week) => fileValue(of(week)?.value, metric.kind),
            },
            {
              heading: named(text(restsOnRatings(metric) ? 'table.ratings' : 'table.count')),
              value: (week) => of(week)?.n ?? null,
            },
          ],
        }
      }),
    ]
  }

  function unlevelled(): HTMLElement | null {
    const names = movedBrands(aligned).filter(({ move }) => move.level === null)
    if (names.length === 0 || lined.length === 0) return null
    const brands = new Intl.ListFormat(language).format(names.map(({ brand }) => brand.name))
    return el('p', { class: 'small' }, text('aligned.noLevel', { brands }))
  }
}

/** Which brands have a line, each with its look; the choice is part of the address. */
function brandChoice(
  view: View,
  metric: string,
  lined: readonly MovedBrand[],
  { ids }: ChosenBrands,
): HTMLElement {
  const { text } = view
  const isFull = ids.length >= mostLines
  const boxes = lined.map(({ brand }, index) => {
    const isChosen = ids.includes(brand.id)
    const box = el('input', {
      type: 'checkbox',
      id: `line-${brand.id}`,
      checked: isChosen,
      disabled: !isChosen && isFull,
      on: { change: () => choose(brand.id, box.checked) },
    })
    return el(
      'li',
      {},
      el(
        'label',
        {},
        box,
        isChosen ? lineSwatch(index) : null,
        el('span', { class: 'line-number' }, String(index + 1)),
        brand.name,
      ),
    )
  })

  function choose(id: number, isWanted: boolean): void {
    const wanted = lined
      .map(({ brand }) => brand.id)
      .filter((other) => (other === id ? isWanted : ids.includes(other)))
    const narrowing = 'query' in view.route ? narrowingOf(view.route.query) : undefined
    view.rename(comparePath(metric, wanted, narrowing))
  }

  return el(
    'fieldset',
    { class: 'lines' },
    el('legend', { class: 'unseen' }, text('aligned.choose')),
    el('ul', {}, ...boxes),
    lined.length > mostLines ? el('p', { class: 'small' }, text('aligned.most', { most: mostLines })) : null,
  )
}
