import type { ChartColours, Fill } from '../../charts/chart-colours.ts'

/** The light scheme of the pages, by the names of the style sheet; a test holds the two together. */
export const lightColours = {
  surface: '#ffffff',
  'surface-soft': '#f9fafb',
  line: '#e2e5ea',
  'line-strong': '#c6ccd5',
  ink: '#161a22',
  'ink-soft': '#525b6b',
  accent: '#2f4ed1',
  'accent-soft': '#e9edfc',
  good: '#0a6b52',
  'good-soft': '#e4f4ee',
  bad: '#ab3014',
  'bad-soft': '#fdebe5',
  moved: '#454a9e',
  'moved-soft': '#ecedf9',
  warn: '#7c5300',
  'warn-soft': '#fdf3d9',
  'warn-line': '#e8cf8d',
  before: '#667085',
  after: '#2f4ed1',
  'before-window': 'rgb(102 112 133 / 0.09)',
  'after-window': 'rgb(47 78 209 / 0.08)',
  ramp: 'rgb(102 112 133 / 0.45)',
  expected: '#8a5a00',
  'expected-band': 'rgb(176 120 0 / 0.16)',
  'series-1': '#2f4ed1',
  'series-2': '#b04a00',
  'series-3': '#0a6b52',
  'series-4': '#9a2670',
  'series-5': '#5f5a00',
  'series-6': '#0b6f94',
  'series-7': '#7a3fb8',
  'series-8': '#4b5563',
  tooltip: '#1c222d',
  'tooltip-ink': '#ffffff',
} as const
export type ColourName = keyof typeof lightColours

/** @param ramp slanted lines in the colour of that name, made by whoever owns what is drawn on */
export function lightChartColours(ramp: Fill): ChartColours {
  return {
    surface: lightColours.surface,
    text: lightColours['ink-soft'],
    grid: lightColours.line,
    before: lightColours.before,
    after: lightColours.after,
    beforeWindow: lightColours['before-window'],
    afterWindow: lightColours['after-window'],
    ramp,
    cutover: lightColours.ink,
    expected: lightColours.expected,
    expectedBand: lightColours['expected-band'],
    tooltip: lightColours.tooltip,
    tooltipText: lightColours['tooltip-ink'],
  }
}
