import type { WorldDay } from './calendar.ts'
import { openingHour } from './calendar.ts'
import type { Random } from './random.ts'
import { autoregressiveAt, createRandom, seedOf } from './random.ts'
import { returnProbability, shifted } from './returners.ts'
import type { BrandTruth } from './truth.ts'
import { constants, topicTruth } from './truth.ts'

/** A person meets people: what live chat and messaging have in common, drawn in one way for both. */
export type Encounter = {
  seed: number
  random: Random
  /** Moment from which the clock of the first reply runs. */
  clockFrom: number
  firstHumanReplyAt: number | null
  lastMessageAt: number
  customerMessages: number
  agentMessages: number
  agentIds: readonly number[]
  tags: readonly string[]
  goodProbability: number
}

/** What a brand's day does to everything that happens on it. */
export type DayMood = {
  replyShift: number
  unserved: number
  good: (base: number) => number
  recontact: number
}

const HOUR_MS = 3_600_000
/** Unserved people start early enough to have waited 60 opening minutes by closing time. */
const LAST_UNSERVED_HOUR = 16.75
/** Share of conversations that start between opening and then, on an open day. */
const UNSERVED_ELIGIBLE_SHARE = 0.86
const REPLY_SHOCK_DEVIATION = 0.25
const LONGEST_REPLY_SECONDS = 3300
const weekdayReplyShifts = [0.1, 0.03, 0, -0.03, -0.06, -0.04, -0.04]

export function moodOf(worldSeed: number, brandNumber: number, day: WorldDay, volumeShock: number): DayMood {
  const own = (purpose: number): number => autoregressiveAt(0.3, day.index, worldSeed, brandNumber, purpose)
  const replyShock = 0.5 * volumeShock + Math.sqrt(0.75) * own(12)
  const ratingShock = own(14)
  return {
    replyShift: weekdayReplyShifts[day.weekday - 1] + REPLY_SHOCK_DEVIATION * replyShock,
    unserved: day.isOpen ? shifted(constants.unservedShare / UNSERVED_ELIGIBLE_SHARE, own(13)) : 0,
    good: (base) => shifted(base, ratingShock),
    recontact: returnProbability(own(15)),
  }
}

export type EncounterInput = {
  worldSeed: number
  brand: BrandTruth
  /** Active agents, each as a list of one that conversations share. */
  speakers: readonly (readonly number[])[]
  day: WorldDay
  mood: DayMood
  moved: boolean
  startedAt: number
  clockFrom: number
  sequence: number
}

export function drawEncounter(input: EncounterInput): Encounter {
  const { worldSeed, brand, speakers, day, mood, moved, startedAt, clockFrom, sequence } = input
  const seed = seedOf(worldSeed, brand.number, day.index, sequence)
  const random = createRandom(seed, 1)
  const topic = drawTopic(brand, moved, random)
  const csat = moved ? brand.effects.csatGood.after : brand.effects.csatGood.before
  const sinceMidnight = startedAt - day.startsAt
  const eligible = sinceMidnight >= openingHour * HOUR_MS && sinceMidnight < LAST_UNSERVED_HOUR * HOUR_MS
  const unserved = random.chance(eligible ? mood.unserved : 0)
  const effect = moved ? brand.effects.firstReplyRatio : 1
  const median = brand.medianReplySeconds * effect * (topic ? topicTruth[topic].replyRatio : 1)
  const replySeconds = Math.exp(Math.log(median) + mood.replyShift + heavyNoise(random))
  const customerMessages = 1 + random.poisson(unserved ? 0.8 : 3.2)
  const transferred = random.chance(constants.transferredShare)
  const agentMessages = (transferred ? 2 : 1) + random.poisson(3.6)
  const handledSeconds = Math.min(5400, Math.max(20, Math.exp(Math.log(280) + 0.7 * random.normal())))
  const speaker = random.integer(0, speakers.length - 1)
  const tags = topic ? topicTags[topic] : random.pick(plainTags)
  const goodProbability = mood.good(topic ? topicTruth[topic].csatGood : csat)
  if (unserved) {
    const wroteFor = customerMessages === 1 ? 0 : 1000 * random.integer(60, 600)
    return {
      seed,
      random,
      clockFrom,
      firstHumanReplyAt: null,
      lastMessageAt: clockFrom + wroteFor,
      customerMessages,
      agentMessages: 0,
      agentIds: nobody,
      tags,
      goodProbability,
    }
  }
  const waitedSeconds = Math.round(Math.min(LONGEST_REPLY_SECONDS, Math.max(2, replySeconds)))
  const firstHumanReplyAt = clockFrom + 1000 * waitedSeconds
  const spokeOnce = customerMessages === 1 && agentMessages === 1
  return {
    seed,
    random,
    clockFrom,
    firstHumanReplyAt,
    lastMessageAt: spokeOnce ? firstHumanReplyAt : firstHumanReplyAt + 1000 * Math.round(handledSeconds),
    customerMessages,
    agentMessages,
    agentIds: transferred ? pairOf(speakers, speaker) : speakers[speaker],
    tags,
    goodProbability,
  }
}

function drawTopic(brand: BrandTruth, moved: boolean, random: Random): 'easy' | 'hard' | null {
  const draw = random.uniform()
  if (!brand.easyShare) return null
  return draw < (moved ? brand.easyShare.after : brand.easyShare.before) ? 'easy' : 'hard'
}

/** 90 % N(0, 1) and 10 % N(1, 1.5): a long right tail, as waits have. */
function heavyNoise(random: Random): number {
  return random.chance(0.9) ? random.normal() : 1 + 1.5 * random.normal()
}

// Shared between conversations: half a million small arrays would be half a million too many.
const nobody: readonly number[] = []
const topicTags = { easy: ['topic_easy'], hard: ['topic_hard'] } as const
const plainTags: readonly (readonly string[])[] = [['order'], ['delivery'], ['refund'], ['product'], []]

function pairOf(speakers: readonly (readonly number[])[], first: number): readonly number[] {
  return [...speakers[first], ...speakers[(first + 1) % speakers.length]]
}
