import type { AlertWatch, DataTrouble } from '../../../contract-alert.ts'
import type { Context } from '../../../context.ts'
import type { Standing } from '../../../store/alert-standings.ts'
import type { Look } from '../look.ts'
import { backlogLook, diskLooks, freeShare, jobLooks, mailLooks, redDayLooks } from './stored.ts'
import { credentialLook, streamLooks } from './zendesk.ts'

export type DataWatch = AlertWatch & { kind: 'data' }

/**
 * What a rule on jobs and data sees now. What it saw before and does not find any more is over: a red day that agrees
 * again, a report that is gone.
 */
export function lookAtData(
  ctx: Context,
  { troubles, hours, freePercent }: DataWatch,
  { now, standings }: { now: number; standings: ReadonlyMap<string, Standing> },
): Look[] {
  const credential = credentialLook(ctx)
  const looksAt: Record<DataTrouble, () => Look[]> = {
    credential: () => [credential],
    stream: () =>
      streamLooks(ctx, { hours, now }, credential.isOn !== true || !troubles.includes('credential')),
    reconciliation: () => redDayLooks(ctx, now),
    backlog: () => [backlogLook(ctx, { hours, now }, standings.get('backlog ticket-details') ?? null)],
    job: () => jobLooks(ctx, { hours, now }),
    mail: () => mailLooks(ctx),
    disk: () => diskLooks(freeShare(ctx), freePercent),
  }
  const looks = troubles.flatMap((trouble) => looksAt[trouble]())
  const seen = new Set(looks.map(({ subject }) => subject))
  const gone = [...standings.values()].filter(({ subject, isOn }) => isOn && !seen.has(subject))
  return [...looks, ...gone.flatMap(overLook)]
}

function overLook({ subject, basis, memory: { facts } }: Standing): Look[] {
  if (facts === null || facts.kind !== 'data' || facts.trouble === 'disk') return []
  return [
    {
      subject,
      brandId: null,
      basis,
      isOn: false,
      isOver: true,
      arms: false,
      needsArming: false,
      said: 'well',
      facts: { ...facts, words: null },
      since: null,
      least: null,
    },
  ]
}
