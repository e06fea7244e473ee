import type { MetricsAnswer } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { GlossaryEntry, GlossarySection } from '../glossary-entries.ts'
import { glossaryPath, glossarySections, searchGlossary } from '../glossary-entries.ts'
import type { Page } from '../page.ts'
import { glossarySearch } from '../parts/glossary/glossary-search.ts'
import { metricFacts } from '../parts/glossary/metric-entry.ts'
import { skeleton } from '../parts/skeleton.ts'
import type { View } from '../view.ts'

/** Definitions change with a new version of the program only. */
const AN_HOUR_SECONDS = 3600

/** What every figure measures on both sides of the move, and what the words mean. */
export const glossaryPage: Page<MetricsAnswer> = {
  skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'table']),
  load: ({ api }, signal) => api.readMetrics(signal),
  title: ({ text }) => text('glossary.title'),

  draw(view, { metrics }) {
    const { text, language, route } = view
    const query = route.name === 'glossary' ? (route.query.get('q') ?? '').trim() : ''
    const all = glossarySections(view, metrics)
    const found = searchGlossary(all, query, language)
    return {
      nodes: [
        el(
          'section',
          { class: 'intro' },
          el('h1', { tabIndex: -1 }, text('glossary.title')),
          el('p', { class: 'lead' }, text('glossary.lead')),
        ),
        glossarySearch(view, query),
        el(
          'div',
          { class: 'glossary' },
          contents(view, found, query),
          el(
            'div',
            { class: 'glossary-body' },
            el('p', { class: 'small', role: 'status' }, countWords(view, found, all, query)),
            ...found.map((section) => sectionOf(view, section)),
          ),
        ),
      ],
      shown() {
        markTarget()
        window.addEventListener('hashchange', markTarget)
        return () => window.removeEventListener('hashchange', markTarget)
      },
    }
  },

  refreshAfter: () => AN_HOUR_SECONDS,
}

/** The entry the address points at: the browser marks it only where a page is loaded anew. */
function markTarget(): void {
  const target = location.hash.slice(1)
  for (const entry of document.querySelectorAll('.glossary-entry'))
    entry.classList.toggle('pointed-at', entry.id === target)
}

function countWords(
  { text }: View,
  found: readonly GlossarySection[],
  all: readonly GlossarySection[],
  query: string,
): string {
  const count = (sections: readonly GlossarySection[]) =>
    sections.reduce((sum, { entries }) => sum + entries.length, 0)
  if (found.length === 0) return text('glossary.nothing', { query })
  return text('glossary.found', { n: count(found), all: count(all) })
}

function contents(view: View, sections: readonly GlossarySection[], query: string): HTMLElement {
  const { text, link } = view
  const to = (id: string, name: string) => el('a', { href: link(glossaryPath(id, query)) }, name)
  return el(
    'nav',
    { class: 'contents', id: 'glossary-contents', aria: { label: text('glossary.contents') } },
    el(
      'ul',
      {},
      ...sections.map(({ id, name, entries }) =>
        el(
          'li',
          {},
          el('b', {}, to(id, name)),
          el('ul', {}, ...entries.map((entry) => el('li', {}, to(entry.id, entry.name)))),
        ),
      ),
    ),
  )
}

function sectionOf(view: View, { id, name, entries }: GlossarySection): HTMLElement {
  const heading = el('h2', { id, tabIndex: -1 }, name)
  return el('section', { aria: { labelledby: id } }, heading, ...entries.map((entry) => entryOf(view, entry)))
}

function entryOf(view: View, entry: GlossaryEntry): HTMLElement {
  return el(
    'article',
    { class: `glossary-entry ${entry.kind}`, id: entry.id, aria: { labelledby: `${entry.id}-name` } },
    el('h3', { id: `${entry.id}-name`, tabIndex: -1 }, entry.name),
    ...(entry.kind === 'word' ? [el('p', {}, entry.body)] : metricFacts(view, entry.metric)),
  )
}
