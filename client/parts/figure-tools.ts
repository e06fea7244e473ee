import type { FigureKind, FigureSource } from '../downloads/figure-file.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'

/**
 * The buttons below a figure that save it as a file.
 * @param pictured what a picture shows; null where the figure is a table alone
 */
export function figureTools(view: View, source: FigureSource, pictured: HTMLElement | null): HTMLElement {
  const { text } = view
  const kinds: readonly FigureKind[] = pictured ? ['png', 'csv', 'xlsx'] : ['csv', 'xlsx']
  const told = el('span', { class: 'told', role: 'status' })
  const buttons = kinds.map((kind) =>
    el(
      'button',
      { type: 'button', id: `${source.id}-${kind}`, on: { click: () => void save(kind) } },
      text(`tools.${kind}`),
    ),
  )
  return el(
    'div',
    { class: 'figure-tools', role: 'group', aria: { label: text('tools.group', { title: source.title }) } },
    el('span', { aria: { hidden: 'true' } }, text('tools.save')),
    ...buttons,
    told,
  )

  async function save(kind: FigureKind): Promise<void> {
    told.textContent = ''
    try {
      const [{ figureFile }, { saveBlob }] = await Promise.all([
        import('../downloads/figure-file.ts'),
        import('../downloads/save-blob.ts'),
      ])
      const { blob, name } = await figureFile(view, source, kind, pictured)
      saveBlob(blob, name)
      told.textContent = text('tools.saved', { name })
    } catch (error) {
      const isEarly = error instanceof Error && error.name === 'NotDrawnError'
      told.textContent = text(isEarly ? 'tools.notDrawn' : 'tools.failed')
    }
  }
}
