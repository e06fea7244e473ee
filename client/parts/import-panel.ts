import type { ImportPreview } from '../../server/contract-import.ts'
import { el } from '../dom.ts'
import type { JobAnswer } from '../import-job.ts'
import { jobDone } from '../import-job.ts'
import type { ImportActions, ImportPanelState } from '../import-panel-state.ts'
import { redraw } from '../redraw.ts'
import type { View } from '../view.ts'
import { importFileChoice } from './import-file-choice.ts'
import { importList } from './import-list.ts'
import { importMapping } from './import-mapping.ts'
import { importErrorWords } from './import-error-words.ts'
import { importOverlap } from './import-overlap.ts'
import { importPreviewTable } from './import-preview-table.ts'
import { importReading } from './import-reading.ts'
import { importResult } from './import-result.ts'
import { importRun } from './import-run.ts'

/** Everything about importing CSV files: choose, map, look, try, import, take out again. For administrators. */
export function importPanel(view: View): HTMLElement {
  const { api, text } = view
  const body = el('div', { class: 'import' })
  const section = el('section', { class: 'panel' }, el('h2', {}, text('import.title')), body)
  const state: ImportPanelState = {
    kind: 'bot-resolutions',
    preview: null,
    name: '',
    replaces: null,
    brands: [],
    imports: null,
    result: null,
    busy: 'none',
    notice: null,
  }
  const actions: ImportActions = {
    choose: (file) => void attempt('reading', async () => show(await api.imports.give(file, state.kind))),
    setKind: (kind) => change({ kind }),
    setName: (name) => {
      state.name = name
    },
    setReplaces: (replaces) => change({ replaces }),
    reread: (reading) =>
      void attempt('reading', async () => {
        if (state.preview) change({ preview: await api.imports.preview(state.preview.id, reading) })
      }),
    run: (dryRun) => void attempt('running', () => run(dryRun)),
    resume: (id) => void attempt('reading', async () => show(await api.imports.preview(id, {}))),
    show: (id) =>
      void attempt('reading', async () => change({ result: await api.imports.read(id), preview: null })),
    remove: (id) => void attempt('running', () => remove(id)),
    close: () => change({ preview: null, result: null, notice: null }),
  }

  function change(news: Partial<ImportPanelState>): void {
    Object.assign(state, news)
    draw()
  }

  function draw(): void {
    const { preview, result, notice } = state
    const nodes = [
      el('p', {}, text('import.lead')),
      el(
        'p',
        { role: 'status', class: notice?.isProblem ? 'problem' : 'small' },
        state.busy === 'none' ? (notice?.words ?? '') : text(`import.${state.busy}`),
      ),
      ...(preview
        ? [
            importReading(view, state, preview, actions),
            importMapping(view, preview, actions),
            importPreviewTable(view, preview),
            importOverlap(view, state, preview, actions),
            importRun(view, state, preview, actions),
          ]
        : [importFileChoice(view, state, actions)]),
      ...(result ? [importResult(view, result)] : []),
      ...(state.imports ? [importList(view, state, state.imports, actions)] : []),
    ]
    redraw(
      body,
      nodes.filter((node) => node !== null),
    )
  }

  /** Does one thing at a time, and says in words what went wrong. */
  async function attempt(busy: 'reading' | 'running', work: () => Promise<void>): Promise<void> {
    if (state.busy !== 'none') return
    change({ busy, notice: null })
    try {
      await work()
    } catch (error) {
      state.notice = { words: importErrorWords(error, view), isProblem: true }
    }
    if (section.isConnected) change({ busy: 'none' })
  }

  function show(preview: ImportPreview): void {
    const stem = preview.fileName.replace(/\.[^.]*$/, '')
    change({
      preview,
      result: null,
      replaces: null,
      kind: preview.kind,
      name: preview.remembered ?? stem,
    })
  }

  async function run(dryRun: boolean): Promise<void> {
    if (!state.preview) return
    const { id, mapping } = state.preview
    const { job } = await api.imports.run(id, {
      mapping,
      name: state.name.trim(),
      dryRun,
      ...(state.replaces === null ? {} : { replaces: state.replaces }),
    })
    const end = await finished(job)
    const result = await api.imports.read(id)
    state.result = result
    // What is wrong with the file stands in its result; anything else only the job can tell.
    if (end?.state === 'failed' && result.failure === null) state.notice = failed(end)
    if (result.state === 'done') state.preview = null
    await refreshList()
  }

  async function remove(id: number): Promise<void> {
    const { job } = await api.imports.remove(id)
    const end = await finished(job)
    if (state.result?.id === id) state.result = null
    if (state.preview?.id === id) state.preview = null
    state.notice =
      end?.state === 'failed' ? failed(end) : { words: text('import.removedDone'), isProblem: false }
    await refreshList()
  }

  async function finished(job: number | null): Promise<JobAnswer | null> {
    if (job === null) return null
    return jobDone(
      () => api.imports.job(job),
      () => section.isConnected,
    )
  }

  function failed({ message }: JobAnswer): { words: string; isProblem: boolean } {
    return { words: message ?? text('outcome.failed'), isProblem: true }
  }

  async function refreshList(): Promise<void> {
    state.imports = (await api.imports.list()).imports
  }

  draw()
  // Only a panel that is shown asks the server.
  queueMicrotask(() => {
    if (!section.isConnected) return
    const quiet = new AbortController().signal
    void Promise.all([api.readBrands(quiet), refreshList()]).then(
      ([{ brands }]) => change({ brands }),
      () => undefined,
    )
  })
  return section
}
