import type { Language } from '../../../server/contract.ts'
import type { ReportDraft, ReportPreviewAnswer, ReportsAnswer } from '../../../server/contract-report.ts'
import { AnswerError } from '../../api.ts'
import { el } from '../../dom.ts'
import { latest } from '../../latest.ts'
import { previewable } from '../../report-draft.ts'
import { bytesWords, languageNames } from '../../report-words.ts'
import type { View } from '../../view.ts'
import { field, selectOf } from './form-fields.ts'
import { mailView } from './mail-view.ts'
import { reportProblem } from './problem-words.ts'

/** Somebody who types is let finish. */
const PAUSE_MS = 700
const MOST_OFFERED = 60
/** The server keeps what the frame shows for ten. */
const FRESH_MS = 540_000

type Shown = {
  draft: ReportDraft
  /** The report it is a draft of; null for a new one. */
  report: number | null
  answer: ReportsAnswer
  today: string
  /** Told with every preview. */
  drawn(preview: ReportPreviewAnswer | null): void
}

/** The mail as it would look now, drawn anew as the draft changes; only the newest answer is shown. */
export function previewPanel(view: View, { draft, report, answer, today, drawn }: Shown) {
  const { text, language } = view
  const newest = latest()
  let timer: number | undefined
  let recipient: string | null = null
  let wanted: Language | null = null
  let form: 'html' | 'text' = 'html'
  let last: ReportPreviewAnswer | null = null
  let drawnAt = 0

  const status = el('p', { class: 'small', role: 'status' })
  const host = el('div', { class: 'preview-mail' })
  const whoHost = el('div', {})
  const chosenLanguage = field(
    'preview-language',
    text('reports.preview.language'),
    selectOf(
      'preview-language',
      [
        { value: '', label: text('reports.preview.own') },
        ...(['ko', 'en'] as const).map((value) => ({ value, label: languageNames[value] })),
      ],
      '',
      (value) => {
        wanted = value === 'ko' || value === 'en' ? value : null
        load()
      },
    ),
  )
  const node = el(
    'section',
    { class: 'panel preview', aria: { labelledby: 'preview-title' } },
    el('h2', { id: 'preview-title', tabIndex: -1 }, text('reports.preview')),
    el('p', { class: 'small' }, text('reports.preview.note')),
    el('div', { class: 'report-row' }, whoHost, chosenLanguage),
    status,
    host,
  )

  /** Whoever is named by the draft now. */
  function drawWho(): void {
    const { people, groups, addresses } = draft.recipients
    const chosenGroups = answer.groups.filter(({ id }) => groups.includes(id))
    const ids = new Set([...people, ...chosenGroups.flatMap((group) => group.people)])
    const accounts = answer.people.filter(({ id }) => ids.has(id))
    const outside = [...addresses, ...chosenGroups.flatMap((group) => group.addresses)]
    const options = [
      { value: '', label: text('reports.preview.me') },
      ...accounts.map(({ id, name, email }) => ({ value: String(id), label: `${name} · ${email}` })),
      ...[...new Set(outside.map(({ address }) => address.trim().toLowerCase()))]
        .filter((address) => address.includes('@'))
        .map((value) => ({ value, label: value })),
    ].slice(0, MOST_OFFERED)
    if (!options.some(({ value }) => value === (recipient ?? ''))) recipient = null
    const who = selectOf('preview-for', options, recipient ?? '', (value) => {
      recipient = value === '' ? null : value
      load()
    })
    whoHost.replaceChildren(field('preview-for', text('reports.preview.for'), who))
  }

  function load(): void {
    window.clearTimeout(timer)
    const asked = previewable(draft, today)
    if (asked === null) {
      newest.cancel()
      return say(text('reports.preview.wait'))
    }
    say(text('reports.preview.busy'))
    node.setAttribute('aria-busy', 'true')
    void newest.run(
      (signal) => view.api.reports.preview({ draft: asked, report, recipient, language: wanted }, signal),
      (preview) => {
        last = preview
        drawnAt = Date.now()
        say('')
        draw()
        drawn(preview)
      },
      (error: unknown) => {
        last = null
        drawn(null)
        const isNothing = error instanceof AnswerError && error.status === 409
        say(reportProblem(error, text))
        host.replaceChildren(
          isNothing
            ? ''
            : el(
                'button',
                { class: 'button small', type: 'button', on: { click: load } },
                text('reports.preview.again'),
              ),
        )
      },
    )
  }

  function say(words: string): void {
    node.removeAttribute('aria-busy')
    status.textContent = words
  }

  function draw(): void {
    if (last === null) return
    const { id, subject, text: plain, attachments } = last
    host.replaceChildren(
      mailView(
        view,
        {
          subject,
          heading: subject,
          text: plain,
          address: `/api/v1/reports/previews/${encodeURIComponent(id)}`,
          files: attachments.map(({ name, bytes }) => `${name} (${bytesWords(bytes, language)})`),
        },
        {
          shown: form,
          choose(shown) {
            form = shown
            if (Date.now() - drawnAt > FRESH_MS) load()
            else draw()
            document.getElementById(`mail-${shown}`)?.focus()
          },
        },
      ),
    )
  }

  drawWho()
  // Only a panel that is shown asks the server.
  queueMicrotask(() => {
    if (node.isConnected) load()
  })
  return {
    node,
    /** The draft is another one. */
    changed(): void {
      drawWho()
      window.clearTimeout(timer)
      timer = window.setTimeout(() => {
        if (node.isConnected) load()
      }, PAUSE_MS)
    },
  }
}
