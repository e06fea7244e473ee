import type { BotFigureSource, BotMetricKey, BotSource } from '../../contract-bot.ts'
import type { DailySum } from '../../store/daily-values.ts'
import { readDailySums } from '../../store/daily-values.ts'
import type { Database } from '../../store/database.ts'

/** What each figure of a brand is read from, and which days it tells of; figures that tell nothing are left out. */
export function figureSources(
  db: Database,
  brand: { id: number; name: string },
  metrics: readonly BotMetricKey[],
): BotFigureSource[] {
  return metrics.flatMap((metric) => {
    const days = readDailySums(db, brand.id, metric).filter(({ n }) => n > 0)
    const [first] = days
    const last = days.at(-1)
    return first && last
      ? [
          {
            brand: { id: brand.id, name: brand.name },
            metric,
            source: sourceOf(first),
            from: first.day,
            lastDay: last.day,
          },
        ]
      : []
  })
}

/** Conversations are of the tickets, whichever of them the bot answered alone. */
function sourceOf({ source }: DailySum): BotSource {
  return source === 'ticket_field' || source === 'export' || source === 'import' ? source : 'tickets'
}
