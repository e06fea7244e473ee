import type { MetricDescription } from '../../contract.ts'
import { catalog, catalogVersion } from '../../metrics/catalog.ts'
import type { MetricDefinition } from '../../metrics/definition.ts'
import { metricsAnswerSchema } from '../answer-schemas.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'

export const listMetrics = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/metrics',
  summary: 'What each metric means in live chat and in messaging, and how far the two can be compared',
  answer: metricsAnswerSchema,
  handle: () => ({ version: catalogVersion, metrics: catalog.map(toDescription) }),
})

/** What the reader needs to know of a metric, without what only the computation needs. */
function toDescription(metric: MetricDefinition): MetricDescription {
  return {
    key: metric.key,
    version: metric.version,
    kind: metric.kind,
    unit: metric.unit,
    primary: metric.primary,
    better: metric.better,
    fairness: metric.fairness,
    margin: metric.margin,
    maturityDays: metric.maturityDays,
    name: metric.name,
    question: metric.question,
    before: metric.before,
    after: metric.after,
    condition: metric.condition,
    zendesk: metric.zendesk,
  }
}
