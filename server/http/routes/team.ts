import { teamPeriods } from '../../comparison/team/team-windows.ts'
import type { Context } from '../../context.ts'
import type { MetricKey } from '../../contract.ts'
import { openHoursOfWeek } from '../../periods/open-hours-of-week.ts'
import { dayOf } from '../../periods/zone.ts'
import { openingHoursOf } from '../../settings/brand-hours.ts'
import { brandSettingsOf } from '../../settings/default-settings.ts'
import { readBrands, readCutovers } from '../../store/brands.ts'
import { engagementsHeldFrom } from '../../store/engagements-held.ts'
import { readFirstDay } from '../../store/hours-of-week.ts'
import { readAccountSettings } from '../../store/settings.ts'
import { teamSentences } from '../../text/team-sentences.ts'
import { ask } from '../ask.ts'
import { brandsInScope } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { notFound } from '../http-problem.ts'
import { reportCells } from '../report-cells.ts'
import { teamAnswerSchema, teamQuestionSchema } from '../team-schemas.ts'

/** In the order of the page. The windows of the first are those of the hours. */
const metrics: MetricKey[] = [
  'concurrency',
  'conversations_per_agent_hour',
  'handle_time',
  'human_workload',
  'transfer_rate',
]
/** Zendesk forgets the engagements of messaging after this. */
const KEPT_DAYS = 90

export const readTeam = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/team',
  summary: 'What agents do at one brand before and after its move, by hour of the week',
  query: teamQuestionSchema,
  answer: teamAnswerSchema,
  problems: [404, 503],
  async handle(ctx, { person, query, response }) {
    const [brandId] = brandsInScope(ctx, person, [query.brand])
    const scope = brandsInScope(ctx, person, 'all')
    const now = ctx.clock.now()
    const brands = readBrands(ctx.db)
    const names = new Map(brands.map(({ id, name }) => [id, name]))
    const name = names.get(brandId)
    if (name === undefined) throw notFound()
    const settings = brandSettingsOf(readAccountSettings(ctx.db), brandId)
    const report = reportCells(ctx, person, [brandId], metrics)
    const { dataCompleteTo } = report
    const lastDay = dayOf(dataCompleteTo === null ? now : Date.parse(dataCompleteTo), settings.zone)
    const { from, to } = query
    const comparisons = metrics.flatMap((metric) =>
      report.comparisons.filter((cell) => cell.metric === metric),
    )
    const periods = teamPeriods(
      {
        move: moveOf(ctx, brandId),
        cell: comparisons.find(({ metric }) => metric === metrics[0]) ?? null,
        firstDay: readFirstDay(ctx.db, brandId),
        lastDay,
      },
      { from, to },
    )
    const question = { brandId, periods, others: scope.filter((id) => id !== brandId), now }
    const { answer } = await ask(ctx, { person, response }, 'team', question)
    const { shared, ...windows } = answer
    return {
      asOf: report.asOf ?? new Date(now).toISOString(),
      dataCompleteTo,
      brand: { id: brandId, name, zone: settings.zone },
      isReport: from === undefined && to === undefined,
      lastDay,
      comparisons,
      ...windows,
      open: openHoursOfWeek(openingHoursOf(settings)),
      summary: teamSentences(windows),
      sharing: {
        brands: shared.flatMap(({ brandId: id, share }) => {
          const other = names.get(id)
          return other === undefined ? [] : [{ brand: { id, name: other }, share }]
        }),
        isWhole: brands.every(({ id }) => scope.includes(id)),
      },
      sources: { keptDays: KEPT_DAYS, heldFrom: heldFrom(ctx) },
    }
  },
})

function moveOf({ db }: Context, brandId: number): { wentLiveOn: string; rampEnd: string | null } | null {
  const row = readCutovers(db).get(brandId)
  return row ? { wentLiveOn: row.went_live_on, rampEnd: row.ramp_end } : null
}

function heldFrom({ db }: Context): string | null {
  const moment = engagementsHeldFrom(db)
  return moment === null ? null : new Date(moment).toISOString()
}
