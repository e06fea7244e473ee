import { catalogVersion } from '../../server/metrics/catalog.ts'
import type { MetricDefinition } from '../../server/metrics/definition.ts'

const fairness = {
  fair: 'fair: the same thing, counted the same way',
  conditional: 'conditional: fair while the condition below holds, otherwise "not comparable"',
  caution: 'caution: a verdict is given, its evidence is capped at C, and the reason is always shown',
  none: 'none: both values side by side, never a verdict',
}
const better = { up: 'higher is better', down: 'lower is better', neutral: 'neither way is better' }

/** docs/metrics.md, drawn from the catalogue so that neither can say something else. */
export function metricsDocument(catalog: readonly MetricDefinition[]): string {
  return [
    '# Metrics',
    'Drawn from `server/metrics/`: change a definition there, raise its `version`, and run `npx vitest run test/rules -u`.',
    `Catalogue version ${catalogVersion}: one number per metric, in the order below.`,
    ...catalog.map(section),
  ]
    .join('\n\n')
    .concat('\n')
}

function section(metric: MetricDefinition): string {
  const unit = metric.kind === 'rate' ? `${metric.margin * 100} points` : `${metric.margin * 100} %`
  return [
    `## ${metric.name.en} · ${metric.name.ko}`,
    `${metric.question.en}  \n${metric.question.ko}`,
    [
      `- Key: \`${metric.key}\`, version ${metric.version}, ${metric.kind}, ${better[metric.better]}`,
      `- Comparison: ${fairness[metric.fairness]}`,
      `- Smallest change worth calling: ${unit}`,
      `- A week is used once it is ${metric.maturityDays} ${metric.maturityDays === 1 ? 'day' : 'days'} old and holds at least ${metric.minimumWeekly}`,
      `- Streams it needs: ${metric.streams.map((stream) => `\`${stream}\``).join(', ')}`,
    ].join('\n'),
    `**Before, live chat.** ${metric.before.en}  \n${metric.before.ko}`,
    `**After, messaging.** ${metric.after.en}  \n${metric.after.ko}`,
    ...(metric.condition ? [`**Condition.** ${metric.condition.en}  \n${metric.condition.ko}`] : []),
    `**Zendesk’s own figure.** ${metric.zendesk.en}  \n${metric.zendesk.ko}`,
  ].join('\n\n')
}
