/** Words of the weekly mail's digest, pictures and files, and of what it is narrowed to. */
export const mailContentEn = {
  digest: 'In short',
  moreNews: (improved: number, worse: number) =>
    `${[...(worse > 0 ? [`${moreFigures(worse)} got worse`] : []), ...(improved > 0 ? [`${worse > 0 ? improved : moreFigures(improved)} improved`] : [])].join(' and ')}.`,
  newVerdicts: (first: readonly string[], more: number) =>
    `New since the last mail: ${first.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  unchangedVerdicts: 'No verdict has changed since the last mail.',
  demand: (week: string, value: string, before: string | null, isComingIn: boolean) =>
    `In the week of ${week} there were ${value} conversations${isComingIn ? ' so far' : ''}${before === null ? '' : ` (week before: ${before})`}.`,
  quiet: (count: number, all: number) =>
    `${count} of ${figures(all)} of the brands that moved ${count === 1 ? 'shows' : 'show'} no clear change.`,
  waiting: (count: number, brands: string, day: string) =>
    `${figures(count)} cannot be judged yet; the next verdicts are expected on ${day} (${brands}).`,
  notMoved: (brands: string) => `Not moved yet: ${brands}.`,
  needsPerson: (count: number, day: string | null) =>
    `${count === 1 ? 'One point needs' : `${count} points need`} a person${day === null ? '' : `, the first by ${day}`}; see below.`,
  attentionWorse: (brand: string, metrics: string) =>
    `${brand}: ${metrics} got worse. Look at the conversations behind it and decide what to do.`,
  attentionUnconfirmed: (brands: string, count: number, day: string | null) =>
    `The ${count === 1 ? 'day' : 'days'} on which ${brands} moved ${count === 1 ? 'was' : 'were'} found in the data and nobody has confirmed ${count === 1 ? 'it' : 'them'}. Every verdict rests on the day of the move: ask your administrator to confirm ${count === 1 ? 'it' : 'them'}${day === null ? '' : ` by ${day}, when the first verdicts come`}.`,
  moreAttention: (count: number) => `${count} more in Cutover.`,
  moreNames: (names: string, more: number) => `${names} and ${more} more`,
  narrowedTitle: 'Only some conversations',
  narrowed: (filters: string) =>
    `This mail speaks only of conversations with: ${filters}. Its verdicts are worked out for these alone; the verdict about all conversations of the brand stands beside each.`,
  narrowedSubject: 'narrowed',
  narrowedQuiet: {
    subject: 'too few of these conversations',
    sentence: 'There are too few of these conversations to say what has changed since the move.',
  },
  whole: (verdict: string) => `all conversations: ${verdict}`,
  chartsLeftOut: (shown: number, left: number) =>
    `Charts of the first ${shown} brands; those of ${left} more are in Cutover.`,
  chartTitle: (metric: string) => `${metric}, week by week`,
  moreBrands: (count: number) => `${count} more brands in Cutover`,
  filesLeftOut: (files: string) =>
    `Not attached, because the mail would have been too large for many mail servers: ${files}. You find the same figures in Cutover.`,
  fileWord: { csv: 'the CSV file', xlsx: 'the Excel file', pdf: 'the PDF' },
  fileName: 'report',
  sheetName: 'Report',
  ofAllConversations: 'All conversations',
  narrowedHeading: 'Narrowed to',
  readingDefinitions: 'What each figure means, and what it is made of:',
}
export type MailContentMessages = typeof mailContentEn

function figures(count: number): string {
  return count === 1 ? '1 figure' : `${count} figures`
}

function moreFigures(count: number): string {
  return count === 1 ? 'One more figure' : `${count} more figures`
}
