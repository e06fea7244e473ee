import type { ActiveElement, ChartConfiguration, ChartEvent, DefaultDataPoint } from 'chart.js'

/** Where the points of a chart lead. */
export type Leads = {
  /** The address of the rows behind a point; null where none stand behind it. */
  pathOf(line: number, place: number): string | null
  go(path: string): void
  /** Said below what a tooltip says. */
  hint: string
}

/**
 * Makes the points of a line chart lead to the rows behind them: by a click, or by a second touch of the same point,
 * since the first shows its tooltip.
 */
export function leadToRows<Data = DefaultDataPoint<'line'>, Label = string>(
  config: ChartConfiguration<'line', Data, Label>,
  { pathOf, go, hint }: Leads,
): ChartConfiguration<'line', Data, Label> {
  let touched: string | null = null
  const { options = {} } = config
  const { plugins = {} } = options
  const { tooltip = {} } = plugins
  return {
    ...config,
    options: {
      ...options,
      onHover: ({ native }, elements) => {
        const { target } = native ?? {}
        const leads = elements.some(({ datasetIndex, index }) => pathOf(datasetIndex, index) !== null)
        if (target instanceof HTMLElement) target.style.cursor = leads ? 'pointer' : 'default'
      },
      onClick: (event, elements) => {
        const path = nearestPath(event, elements)
        const isFirstTouch = isTouch(event) && path !== touched
        touched = path
        if (path !== null && !isFirstTouch) go(path)
      },
      plugins: {
        ...plugins,
        tooltip: {
          ...tooltip,
          footerMarginTop: 8,
          footerFont: { ...fontOf(tooltip.bodyFont), weight: 'normal' },
          footerColor: tooltip.bodyColor,
          callbacks: {
            ...tooltip.callbacks,
            footer: (items) =>
              items.some(({ datasetIndex, dataIndex }) => pathOf(datasetIndex, dataIndex) !== null)
                ? hint
                : '',
          },
        },
      },
    },
  }

  /** Of several lines over one week, the one that lies nearest. */
  function nearestPath({ y }: ChartEvent, elements: readonly ActiveElement[]): string | null {
    const leading = elements.flatMap(({ datasetIndex, index, element }) => {
      const path = pathOf(datasetIndex, index)
      return path === null ? [] : [{ path, distance: Math.abs(element.y - (y ?? 0)) }]
    })
    return leading.sort((one, other) => one.distance - other.distance).at(0)?.path ?? null
  }
}

function isTouch({ native }: ChartEvent): boolean {
  return native instanceof PointerEvent && native.pointerType === 'touch'
}

function fontOf(font: unknown): object {
  return typeof font === 'object' && font !== null ? font : {}
}
