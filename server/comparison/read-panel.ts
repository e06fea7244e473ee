import { brandSettingsOf } from '../settings/default-settings.ts'
import { readFirstAiAgentTicket } from '../store/brand-bots.ts'
import { readBrands, readCutovers } from '../store/brands.ts'
import { readHistoryProgress } from '../store/checkpoints.ts'
import type { Database } from '../store/database.ts'
import { daysNotHeld, readEngagementCover } from '../store/measures/team/engagement-cover.ts'
import { sharedAgentsReader } from '../store/measures/team/shared-agents.ts'
import { readAccountSettings } from '../store/settings.ts'
import { metricFactsReader, readBrandFacts } from './brand-facts.ts'
import type { ComparisonQuestion } from './comparison-question.ts'
import { readFilteredFacts } from './filtered-facts.ts'
import type { Panel } from './panel.ts'
import { createPanel } from './panel.ts'

/** The panel of a database: all brands, because those that are asked for are compared with the others. */
export function readPanel(
  db: Database,
  { from, to, filter, ownWeeksOnly = false, now }: Omit<ComparisonQuestion, 'brandIds' | 'metrics'>,
): Panel {
  const settings = readAccountSettings(db)
  const cutovers = readCutovers(db)
  const firstAiAgentTicket = readFirstAiAgentTicket(db)
  const sharedAgents = sharedAgentsReader(db)
  const readMetricFacts = metricFactsReader(db)
  return createPanel({
    brands: readBrands(db).map((row) =>
      readBrandFacts(db, row, cutovers.get(row.id) ?? null, settings, firstAiAgentTicket, now),
    ),
    history: readHistoryProgress(db),
    limits: { from, to },
    now,
    ownWeeksOnly,
    messagingActivatedOn: settings.messagingActivatedOn,
    readFacts: (brandId, metric) =>
      filter === undefined
        ? readMetricFacts(brandId, metric)
        : readFilteredFacts(db, brandId, metric, filter),
    readDaysNotHeld: (brandId) =>
      daysNotHeld(readEngagementCover(db, brandId, brandSettingsOf(settings, brandId).zone)),
    sharedAgents: (brandId, others, { from, to }) => sharedAgents(brandId, others, from, to),
  })
}
