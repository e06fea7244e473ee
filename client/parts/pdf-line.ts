import { el } from '../dom.ts'
import type { View } from '../view.ts'

/**
 * How fresh a page is, and beside it the button that saves the page as a document for meetings.
 * @param path under `/api/v1/pdf/`
 * @param choices what the page shows, by the names of its address
 */
export function pdfLine(
  view: View,
  freshness: HTMLElement,
  path: string,
  choices: URLSearchParams,
): HTMLElement {
  const { text, language } = view
  const told = el('span', { class: 'told small', role: 'status' })
  const button = el(
    'button',
    {
      class: 'button small',
      type: 'button',
      id: 'page-pdf',
      title: text('pdf.saveLabel'),
      aria: { label: text('pdf.saveLabel') },
      on: { click: () => void save() },
    },
    text('pdf.save'),
  )
  return el('div', { class: 'pdf-line' }, freshness, el('div', { class: 'pdf-tool' }, told, button))

  async function save(): Promise<void> {
    if (button.disabled) return
    button.disabled = true
    told.textContent = text('pdf.drawing')
    const query = new URLSearchParams(choices)
    query.set('lang', language)
    try {
      const [{ pdfFile }, { saveBlob }] = await Promise.all([
        import('../downloads/pdf-file.ts'),
        import('../downloads/save-blob.ts'),
      ])
      const { blob, name } = await pdfFile(`${path}?${query.toString()}`)
      saveBlob(blob, name)
      told.textContent = text('tools.saved', { name })
    } catch (error) {
      const isBusy = error instanceof Error && error.name === 'BusyError'
      told.textContent = text(isBusy ? 'pdf.busy' : 'pdf.failed')
    } finally {
      button.disabled = false
    }
  }
}
