import { formatDay } from './format.ts'
import { calledInEnglish } from './sentence-called-en.ts'
import type { SentenceFinding, SentenceSubject } from './sentence-findings.ts'
import { currentValueWords } from './sentence-parts.ts'
import { unclearInEnglish } from './sentence-unclear-en.ts'
import { midSentence, nameIn, nameInside } from './sentence-words-en.ts'

/** A finding in English. */
export function englishSentence(subject: SentenceSubject, finding: SentenceFinding): string {
  const { brand, metric } = subject
  switch (finding.state) {
    case 'improved':
    case 'worse':
    case 'higher':
    case 'lower':
      return calledInEnglish(subject, finding)
    case 'no_clear_change':
      return unclearInEnglish(subject, finding)
    case 'not_enough_data':
      return `Not enough data for ${nameInside(subject)} yet. ${finding.reason.en}${finding.readyOn ? ` A result is expected from ${formatDay(finding.readyOn, 'en')}.` : ''}`
    case 'not_comparable':
      return [
        `${nameIn(subject)} cannot be compared before and after the move. ${finding.reason.en}`,
        ...(finding.hasBothSides
          ? ['Both values are shown side by side without a verdict.']
          : present(currentValueWords(finding.now ?? null, subject, 'en'))),
      ].join(' ')
    case 'not_moved':
      return [
        `${brand} has not moved to messaging yet, so there is nothing to compare for ${midSentence(metric.name.en)}.`,
        ...present(currentValueWords(finding.now, subject, 'en')),
      ].join(' ')
  }
}

function present(words: string | null): string[] {
  return words === null ? [] : [words]
}
