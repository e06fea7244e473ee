import type {
  ComparisonMethod,
  ComparisonState,
  EvidenceGrade,
  Fairness,
  MetricDescription,
} from '../server/contract.ts'
import type { MessageKey } from '../server/text/messages/client-en.ts'
import { fairnessText, gradeText, methodText } from '../server/text/method-texts.ts'
import type { NamedText } from '../server/text/method-texts.ts'
import { inGroups } from './metric-groups.ts'
import type { View } from './view.ts'

export type WordEntry = { kind: 'word'; id: string; name: string; body: string }
export type MetricEntry = { kind: 'metric'; id: string; name: string; metric: MetricDescription }
export type GlossaryEntry = WordEntry | MetricEntry
export type GlossarySection = { id: string; name: string; entries: GlossaryEntry[] }

const states: readonly (ComparisonState | 'not_moved')[] = [
  'improved',
  'worse',
  'higher',
  'lower',
  'no_clear_change',
  'not_enough_data',
  'not_comparable',
  'not_moved',
]
const grades: readonly EvidenceGrade[] = ['A', 'B', 'C', 'D']
const methods: readonly ComparisonMethod[] = ['staggered', 'interrupted', 'windows']
const fairnesses: readonly Fairness[] = ['fair', 'conditional', 'caution', 'none']
const words = [
  'conversation',
  'cutover',
  'before_after',
  'ramp',
  'range',
  'margin',
  'points',
  'median',
  'controls',
  'expected',
  'swing',
  'mix',
  'pooled',
  'served',
  'handoff',
  'maturity',
  'reconciliation',
  'engagement',
] as const

/** Everything the glossary explains; an entry's id is its anchor and stays the same in both languages. */
export function glossarySections(
  { text, language }: Pick<View, 'text' | 'language'>,
  metrics: readonly MetricDescription[],
): GlossarySection[] {
  const word = (id: string, name: string, body: string): WordEntry => ({ kind: 'word', id, name, body })
  const named = (id: string, { name, text: body }: NamedText) => word(id, name[language], body[language])
  const section = (id: string, key: MessageKey, entries: GlossaryEntry[]): GlossarySection => ({
    id,
    name: text(key),
    entries,
  })
  return [
    ...inGroups(metrics).map(({ group, metrics: grouped }) =>
      section(
        `group-${group}`,
        `group.${group}`,
        grouped.map((metric) => ({ kind: 'metric', id: metric.key, name: metric.name[language], metric })),
      ),
    ),
    section(
      'states',
      'glossary.states',
      states.map((state) => word(`state-${state}`, text(`state.${state}`), text(`meaning.${state}`))),
    ),
    section(
      'grades',
      'glossary.grades',
      grades.map((grade) => named(`grade-${grade.toLowerCase()}`, gradeText(grade))),
    ),
    section(
      'methods',
      'glossary.methods',
      methods.map((method) => named(`method-${method}`, methodText(method))),
    ),
    section(
      'fairness',
      'glossary.fairness',
      fairnesses.map((fairness) => named(`fairness-${fairness}`, fairnessText(fairness))),
    ),
    section(
      'words',
      'glossary.words',
      words.map((key) => word(`word-${key}`, text(`word.${key}`), text(`word.${key}.text`))),
    ),
  ]
}

/** The sections with the entries that contain every word searched for, whatever its case; empty sections are left out. */
export function searchGlossary(
  sections: readonly GlossarySection[],
  query: string,
  language: View['language'],
): GlossarySection[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  const contains = (entry: GlossaryEntry) => {
    const content = wordsOf(entry, language).toLowerCase()
    return wanted.every((word) => content.includes(word))
  }
  return sections
    .map((section) => ({ ...section, entries: section.entries.filter(contains) }))
    .filter(({ entries }) => entries.length > 0)
}

function wordsOf(entry: GlossaryEntry, language: View['language']): string {
  if (entry.kind === 'word') return `${entry.name} ${entry.body}`
  const { key, question, before, after, condition } = entry.metric
  const texts = [question, before, after, condition].map((words) => words?.[language] ?? '')
  return [entry.name, key, ...texts].join(' ')
}

/** An entry of the glossary, keeping what is searched for. @example glossaryPath('csat') // '/glossary#csat' */
export function glossaryPath(id: string | null, query = ''): string {
  const search = query === '' ? '' : `?q=${encodeURIComponent(query)}`
  return `/glossary${search}${id === null ? '' : `#${id}`}`
}
