/** Which brand and which days a page speaks of. */
export const pageChoiceEnglish = {
  'choice.problem.brand': '“{given}” in the address is no brand. All brands are shown.',
  'choice.problem.from':
    '“{given}” in the address is no day (write 2026-11-16). The usual first day is used.',
  'choice.problem.to': '“{given}” in the address is no day (write 2026-11-16). The usual last day is used.',
  'choice.problem.order': '{given} in the address ends before it begins. The usual days are used.',
  'window.asked': 'The days you chose',
  'window.compared': 'The weeks that are compared in the report',
  'window.latest': 'The last 13 whole weeks',

  'trend.label': '{title}, {subject}, {stretch}.',
  'trend.course': '{name}: {from} in the first week, {to} in the last.',
  'trend.table': 'The table below holds the same numbers.',
  'trend.countOf': '{count} ({name})',
} as const
