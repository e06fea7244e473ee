import type { OutsideRecipient, ReportDraft, ReportSummary } from '../server/contract-report.ts'
import type { MessageKey } from '../server/text/messages/client-en.ts'
import type { Values } from '../server/text/catalogue.ts'

const MOST_CHARACTERS = 80
const ADDRESS = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+\.[^\s@<>(),;:"\\.]{2,}$/

/** What is wrong with a draft: at which field, and in which words. Addresses are named by their place. */
export type DraftProblem = { field: string; key: MessageKey; values?: Values }

/** A report as it is unless somebody chooses otherwise. */
export function newDraft({
  name,
  zone,
  personId,
}: {
  name: string
  zone: string
  personId: number | null
}): ReportDraft {
  return {
    name,
    zone,
    rhythm: { every: 'week', weekday: 1 },
    time: '08:00',
    lastDay: null,
    deadlineHours: 24,
    atDeadline: 'last_complete',
    skipsUnchanged: false,
    brands: null,
    metrics: null,
    filters: null,
    attachments: [],
    recipients: { people: personId === null ? [] : [personId], groups: [], addresses: [] },
  }
}

/** What can be changed of a report that is kept. */
export function draftOf(report: ReportSummary): ReportDraft {
  const { name, zone, rhythm, time, lastDay, deadlineHours, atDeadline, skipsUnchanged } = report
  const { brands, metrics, filters, attachments, recipients } = report
  return structuredClone({
    ...{ name, zone, rhythm, time, lastDay, deadlineHours, atDeadline, skipsUnchanged },
    ...{ brands, metrics, filters, attachments, recipients },
  })
}

/** Everything that is wrong with it, in the order of the form. */
export function draftProblems(draft: ReportDraft, today: string): DraftProblem[] {
  const problems: DraftProblem[] = []
  const say = (isWrong: boolean, field: string, key: MessageKey) => {
    if (isWrong) problems.push({ field, key })
  }
  say(draft.name.trim() === '', 'name', 'reports.problem.name')
  say([...draft.name.trim()].length > MOST_CHARACTERS, 'name', 'reports.problem.nameLong')
  say(
    draft.rhythm.every === 'fortnight' && draft.rhythm.countedFrom === '',
    'rhythm.countedFrom',
    'reports.problem.countedFrom',
  )
  say(draft.time === '', 'time', 'reports.problem.time')
  say(draft.lastDay !== null && draft.lastDay < today, 'lastDay', 'reports.problem.lastDay')
  say(draft.brands?.length === 0, 'brands', 'reports.problem.brands')
  say(draft.metrics?.length === 0, 'metrics', 'reports.problem.figures')
  const { people, groups, addresses } = draft.recipients
  say(people.length + groups.length + addresses.length === 0, 'recipients', 'reports.problem.recipients')
  return [...problems, ...addressProblems(addresses, 'recipients.addresses')]
}

/** @param field under which the addresses stand */
export function addressProblems(addresses: readonly OutsideRecipient[], field: string): DraftProblem[] {
  const seen = new Set<string>()
  return addresses.flatMap(({ address, brands }, place): DraftProblem[] => {
    const plain = address.trim().toLowerCase()
    const isTwice = seen.has(plain)
    seen.add(plain)
    if (!isAddress(plain))
      return [
        {
          field: `${field}.${place}.address`,
          key: 'reports.problem.address',
          values: { example: 'name@company.example' },
        },
      ]
    if (isTwice) return [{ field: `${field}.${place}.address`, key: 'reports.problem.twice' }]
    return brands?.length === 0
      ? [{ field: `${field}.${place}.brands`, key: 'reports.problem.addressBrands' }]
      : []
  })
}

export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text)
}

/** The addresses in a text somebody pasted, those among `known` and what is none left out. */
export function addressesIn(
  pasted: string,
  known: readonly OutsideRecipient[],
): { found: string[]; leftOut: number } {
  const parts = pasted
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^<|>$/g, '').toLowerCase())
    .filter(Boolean)
  const taken = new Set(known.map(({ address }) => address.trim().toLowerCase()))
  const found: string[] = []
  for (const part of parts) {
    if (!isAddress(part) || taken.has(part)) continue
    taken.add(part)
    found.push(part)
  }
  return { found, leftOut: parts.length - found.length }
}

/** What can be looked at already of a draft that is not whole yet. */
export function previewable(draft: ReportDraft, today: string): ReportDraft | null {
  const blocking = draftProblems(draft, today).some(
    ({ field }) => !/^(name|lastDay|recipients)(\.|$)/.test(field),
  )
  if (blocking) return null
  const { addresses } = draft.recipients
  const isWhole = (place: number) =>
    addressProblems(addresses, '').every(({ field }) => !field.startsWith(`.${place}.`))
  const name = [...draft.name.trim()].slice(0, MOST_CHARACTERS).join('')
  return {
    ...draft,
    name: name === '' ? '–' : name,
    lastDay: draft.lastDay !== null && draft.lastDay < today ? null : draft.lastDay,
    recipients: {
      ...draft.recipients,
      addresses: addresses.filter((_, place) => isWhole(place)).map(tidied),
    },
  }
}

/** As it is sent to the server. */
export function tidiedDraft(draft: ReportDraft): ReportDraft {
  const addresses = draft.recipients.addresses.map(tidied)
  return { ...draft, name: draft.name.trim(), recipients: { ...draft.recipients, addresses } }
}

export function tidied(one: OutsideRecipient): OutsideRecipient {
  const name = one.name?.trim() ?? ''
  return { ...one, address: one.address.trim().toLowerCase(), name: name === '' ? null : name }
}
