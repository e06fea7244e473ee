import { gridFor } from '../../comparison/grid-for.ts'
import type { Context } from '../../context.ts'
import type * as contract from '../../contract-alert.ts'
import { lasts } from '../../report/alerts/manner.ts'
import { mayWatchJobs } from '../../report/alerts/reach.ts'
import type { AlertEvent, EventTally } from '../../store/alert-events.ts'
import { readEventSummary } from '../../store/alert-events.ts'
import { readAlertRecipients, readNamedAlertRecipients } from '../../store/alert-recipients.ts'
import type { AlertChoices, AlertRule } from '../../store/alert-rules.ts'
import type { Standing } from '../../store/alert-standings.ts'
import { readStandings } from '../../store/alert-standings.ts'
import { readPerson } from '../../store/people.ts'
import type { Person } from '../../store/people.ts'
import type { NamedRecipients } from '../../store/named-recipients.ts'
import { plainOf } from '../reports/present-report.ts'

/** Brands somebody sees, by id. */
export type SeenBrands = ReadonlyMap<number, contract.AlertBrand>

/** A rule as a person sees it: of brands that were hidden from them since, nothing is told. */
export function presentAlert(
  ctx: Context,
  rule: AlertRule,
  person: Person,
  seen: SeenBrands,
): contract.AlertSummary {
  const { db } = ctx
  const owner = readPerson(db, rule.ownerId)
  const { personIds, groupIds, addresses } = readNamedAlertRecipients(db, rule.id)
  const isOfJobs = rule.watch.kind === 'data'
  const grid = isOfJobs ? 'shared' : gridFor(ctx, person)
  const standings = lasts(rule.watch) ? [...readStandings(db, rule.id, grid).values()] : []
  const { lastAt, waiting } = readEventSummary(db, rule.id, grid)
  return {
    id: rule.id,
    name: rule.name,
    owner: { id: rule.ownerId, name: owner?.name ?? '', email: owner?.email ?? '' },
    watch: rule.watch,
    brands: cut(rule.brandIds, seen),
    tellsEnd: rule.tellsEnd,
    repeatDays: rule.repeatDays,
    zone: rule.zone,
    hours: rule.hours && { from: clockOf(rule.hours.from), to: clockOf(rule.hours.to) },
    recipients: {
      people: [...personIds],
      groups: [...groupIds],
      addresses: addresses.map(({ address, name, language, brandIds }) => ({
        address,
        name,
        language,
        brands: cut(brandIds, seen),
      })),
      administrators: rule.tellsAdministrators,
    },
    firing: (isOfJobs && !mayWatchJobs(person) ? [] : standings)
      .filter(({ isOn }) => isOn)
      .flatMap((standing) => firingOf(standing, rule, seen)),
    snoozedUntil: instant(
      rule.snoozedUntil !== null && rule.snoozedUntil > ctx.clock.now() ? rule.snoozedUntil : null,
    ),
    paused:
      rule.pausedAt === null
        ? null
        : { at: new Date(rule.pausedAt).toISOString(), because: rule.pausedBecause ?? 'person' },
    reaches: readAlertRecipients(db, rule.id).length,
    lastEventAt: instant(lastAt),
    waiting,
  }
}

/** The brand a subject is about stands at its beginning, unless the rule watches jobs and data. */
function firingOf(standing: Standing, { watch }: AlertRule, seen: SeenBrands): contract.AlertFiring[] {
  const brand = watch.kind === 'data' ? null : seen.get(Number(standing.subject.split(' ')[0]))
  if (brand === undefined) return []
  return [
    {
      brand,
      since: new Date(standing.since).toISOString(),
      wasTold: standing.toldAt !== null,
      facts: standing.memory.facts,
    },
  ]
}

/** What a draft sets, in the form it is stored. */
export function alertChoicesOf(draft: contract.AlertDraft): AlertChoices {
  const { name, watch, brands, tellsEnd, repeatDays, zone, hours, recipients } = draft
  return {
    name,
    watch,
    brandIds: brands,
    tellsEnd,
    repeatDays,
    zone,
    hours: hours && { from: minuteOf(hours.from), to: minuteOf(hours.to) },
    tellsAdministrators: recipients.administrators,
  }
}

export function alertRecipientsOf({ recipients }: contract.AlertDraft): NamedRecipients {
  const { people, groups, addresses } = recipients
  return { personIds: people, groupIds: groups, addresses: addresses.map(plainOf) }
}

export function presentEvent(
  event: AlertEvent,
  { name, tally, seen }: { name: string; tally: EventTally | undefined; seen: SeenBrands },
): contract.AlertEventSummary {
  const { id, ruleId, kind, at, brandId, facts } = event
  const because = tally?.because?.split(',') ?? []
  return {
    id,
    rule: { id: ruleId, name },
    kind,
    at: new Date(at).toISOString(),
    brand: brandId === null ? null : (seen.get(brandId) ?? null),
    facts,
    notices: {
      sent: tally?.sent ?? 0,
      failed: tally?.failed ?? 0,
      unknown: tally?.unknown ?? 0,
      waiting: tally?.waiting ?? 0,
      dropped: tally?.dropped ?? 0,
    },
    dropped: dropReasons.filter((reason) => because.includes(reason)),
  }
}

const dropReasons = ['over_meanwhile', 'never_told', 'not_reached', 'paused'] as const

function cut(ids: readonly number[] | null, seen: SeenBrands): number[] | null {
  return ids && ids.filter((id) => seen.has(id))
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
