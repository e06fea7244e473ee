import type { DataHealthAnswer } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { icon } from './icon.ts'
import type { IconName } from './icon.ts'
import { secondsLeft } from './progress-banner.ts'
import { spanWords } from './span-words.ts'
import { bucketName } from './stream-names.ts'

type Tile = { title: string; value: string; more: string | null; mark: Mark; href: string }
type Mark = 'good' | 'bad' | 'busy' | 'unknown'

const icons: Record<Mark, { name: IconName; look: string }> = {
  good: { name: 'improved', look: 'improved' },
  bad: { name: 'worse', look: 'worse' },
  busy: { name: 'arrow', look: 'higher' },
  unknown: { name: 'not_enough_data', look: 'not_enough_data' },
}

/** The whole page in four answers, each leading to where it is told in full. */
export function healthTiles(view: View, health: DataHealthAnswer): HTMLElement {
  const tiles = [
    ...(health.streams.length > 0 ? [sources(view, health)] : []),
    history(view, health),
    agreement(view, health),
    ...(health.budgets.length > 0 ? [budget(view, health)] : []),
  ]
  return el(
    'ul',
    { class: 'tiles', aria: { label: view.text('health.tiles') } },
    ...tiles.map((tile) => el('li', {}, drawTile(tile))),
  )
}

function drawTile({ title, value, more, mark, href }: Tile): HTMLElement {
  const { name, look } = icons[mark]
  return el(
    'a',
    { class: 'tile', href },
    el('span', { class: 'tile-title' }, title),
    el('span', { class: `state ${look}` }, icon(name), el('span', {}, value)),
    more && el('span', { class: 'small' }, more),
  )
}

function sources({ text }: View, { streams }: DataHealthAnswer): Tile {
  const there = streams.filter(({ state }) => state !== 'absent' && state !== 'not_configured')
  const failed = there.filter(({ state }) => state === 'failed').length
  const fine = there.filter(({ state }) => state === 'ok').length
  const tile = { title: text('tile.sources'), href: '#streams' }
  const values = { n: fine, all: there.length }
  if (failed > 0)
    return {
      ...tile,
      value: text('tile.sourcesFailed', { n: failed }),
      more: text('tile.sourcesArriving', values),
      mark: 'bad',
    }
  if (fine === there.length)
    return { ...tile, value: text('tile.sourcesFine', { n: fine }), more: null, mark: 'good' }
  const isBusy = there.some(({ state }) => state === 'running')
  return {
    ...tile,
    value: text('tile.sourcesArriving', values),
    more: null,
    mark: isBusy ? 'busy' : 'unknown',
  }
}

function history(view: View, health: DataHealthAnswer): Tile {
  const { text, language } = view
  const tile = { title: text('tile.history'), href: '#streams' }
  const { historyComplete, progress } = health
  if (historyComplete) return { ...tile, value: text('tile.historyWhole'), more: null, mark: 'good' }
  const left = secondsLeft(health)
  return {
    ...tile,
    value: text('tile.historyArriving', {
      percent: `${formatNumber(Math.floor(progress * 100), language)}%`,
    }),
    more: left === null ? text('tile.leftUnknown') : text('tile.left', { span: spanWords(left, view) }),
    mark: 'busy',
  }
}

function agreement({ text, language }: View, { reconciliation }: DataHealthAnswer): Tile {
  const tile = { title: text('tile.agreement'), href: '#reconciliation' }
  const letters = reconciliation.map(({ days }) => days).join('')
  const red = letters.split('r').length - 1
  const checked = letters.replaceAll('-', '').length
  if (checked === 0) return { ...tile, value: text('tile.unchecked'), more: null, mark: 'unknown' }
  return {
    ...tile,
    value: red > 0 ? text('tile.differs', { n: red }) : text('tile.agrees'),
    more: text('tile.checkedDays', { n: formatNumber(checked, language), count: checked }),
    mark: red > 0 ? 'bad' : 'good',
  }
}

function budget({ text, language }: View, { budgets }: DataHealthAnswer): Tile {
  const fullest = budgets.reduce((a, b) => (b.usedShare > a.usedShare ? b : a))
  const requests = budgets.reduce((sum, { requestsToday }) => sum + requestsToday, 0)
  const refused = budgets.reduce((sum, { refusedToday }) => sum + refusedToday, 0)
  const values = { n: formatNumber(requests, language), count: requests, refused }
  return {
    title: text('tile.budget'),
    href: '#budgets',
    value: text('tile.budgetUsed', {
      percent: `${formatNumber(Math.round(fullest.usedShare * 100), language)}%`,
      bucket: bucketName(fullest.bucket, text),
    }),
    more: refused > 0 ? text('tile.refused', values) : text('tile.requests', values),
    mark: budgets.some(({ pausedUntil }) => pausedUntil !== null) ? 'busy' : 'good',
  }
}
