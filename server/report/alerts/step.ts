import type { AlertEventKind, AlertFacts } from '../../contract-alert.ts'
import type { Standing } from '../../store/alert-standings.ts'
import { stateOrder } from '../../text/verdicts.ts'
import type { Look } from './look.ts'

const DAY_MS = 86_400_000

export type Manner = {
  /** Each change is told by itself; nothing lasts. */
  isOfMoments: boolean
  /** The first look is news too: a failure is one also on the first day. */
  tellsAtFirst: boolean
  /** How long it must be otherwise before it is over, and between two changes of one thing. */
  holdMs: number
  tellsEnd: boolean
  repeatDays: number | null
}

export type Step = {
  standing: Standing
  event: { kind: AlertEventKind; spell: number; facts: AlertFacts } | null
}

/**
 * What a look means after the one before. News is only a change between two looks of one basis: neither the first look
 * nor one under another definition is any.
 */
export function stepOf(before: Standing | null, look: Look, manner: Manner, now: number): Step {
  if (before === null || before.basis !== look.basis) return first(look, manner, now)
  if (look.isOn === null)
    return { standing: { ...before, memory: { ...before.memory, least: look.least } }, event: null }
  if (manner.isOfMoments) return ofMoments(before, look, manner, now)
  const isArmed = before.isArmed || look.arms
  const isOn = look.isOn && (isArmed || !look.needsArming)
  const next = { ...before, isArmed, said: look.said, memory: { ...before.memory, least: look.least } }
  if (!before.isOn) return isOn ? begin(next, look, now, before.said) : { standing: next, event: null }
  return goOn({ ...next, memory: { ...next.memory, facts: look.facts } }, { isOn, look, manner, now })
}

function first(look: Look, manner: Manner, now: number): Step {
  const standing: Standing = {
    subject: look.subject,
    basis: look.basis,
    isOn: false,
    since: now,
    offSince: null,
    isArmed: look.arms,
    toldAt: null,
    said: look.said,
    memory: { facts: null, least: look.least },
  }
  const isOn = look.isOn === true && (look.arms || !look.needsArming)
  if (!isOn || manner.isOfMoments) return { standing, event: null }
  const begun = begin(standing, look, now)
  return manner.tellsAtFirst
    ? begun
    : { standing: { ...begun.standing, since: now, toldAt: null }, event: null }
}

function begin(standing: Standing, look: Look, now: number, saidBefore: string | null = null): Step {
  const facts = fromBefore(saidBefore, look.facts)
  return {
    standing: {
      ...standing,
      isOn: true,
      since: look.since ?? now,
      offSince: null,
      toldAt: now,
      said: look.said,
      memory: { ...standing.memory, facts },
    },
    event: { kind: 'begun', spell: look.since ?? now, facts },
  }
}

function goOn(
  standing: Standing,
  { isOn, look, manner, now }: { isOn: boolean; look: Look; manner: Manner; now: number },
): Step {
  const { since: spell, toldAt } = standing
  const { facts } = look
  if (!isOn && look.isOver) {
    const offSince = standing.offSince ?? now
    if (now - offSince < manner.holdMs) return { standing: { ...standing, offSince }, event: null }
    return {
      standing: {
        ...standing,
        isOn: false,
        since: now,
        offSince: null,
        toldAt: null,
        memory: { ...standing.memory, facts: null },
      },
      event: manner.tellsEnd && toldAt !== null ? { kind: 'over', spell, facts } : null,
    }
  }
  const held = { ...standing, offSince: null }
  const isRepeated =
    isOn && manner.repeatDays !== null && toldAt !== null && now - toldAt >= manner.repeatDays * DAY_MS
  return isRepeated
    ? { standing: { ...held, toldAt: now }, event: { kind: 'still', spell, facts } }
    : { standing: held, event: null }
}

/** A change is told against what was said last; another one of the same thing only once the first has stood a while. */
function ofMoments(before: Standing, look: Look, manner: Manner, now: number): Step {
  const standing = { ...before, memory: { ...before.memory, least: look.least } }
  const isTooSoon = before.toldAt !== null && now - before.toldAt < manner.holdMs
  if (look.said === before.said || isTooSoon) return { standing, event: null }
  return {
    standing: { ...standing, said: look.said, since: now, toldAt: now },
    event: { kind: 'changed', spell: now, facts: fromBefore(before.said, look.facts) },
  }
}

/** A verdict is told with the one before it. */
function fromBefore(said: string | null, facts: AlertFacts): AlertFacts {
  return facts.kind === 'verdict'
    ? { ...facts, from: stateOrder.find((state) => state === said) ?? null }
    : facts
}
