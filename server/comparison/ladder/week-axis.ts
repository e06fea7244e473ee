/** Weeks around a cutover, one or several to a step: the common axis of a brand and those it is compared with. */
export type WeekAxis = {
  /** Weeks to a step. */
  width: number
  /** Earlier weeks than an estimate uses are there for the checks. */
  steps: readonly Step[]
}
export type Step = {
  /** Whole number on the axis of steps: below 0 before the move; the weeks between are a gap. */
  position: number
  side: 'before' | 'ramp' | 'after'
  /** Whether an estimate uses it. */
  isUsed: boolean
  /** The weeks' numbers, counted from the cutover. */
  weeks: readonly number[]
}

export type AxisQuestion = {
  /** The latest week before the move that may be used: −1, or earlier. */
  lastBefore: number
  weeksBefore: number
  /** Weeks before those, for the checks. */
  weeksEarlier?: number
  /** The first week after the ramp. */
  firstAfter: number
  weeksAfter: number
  width: number
}

/** Whole steps only: counted backwards from the last week before, forwards from the first week after. */
export function weekAxis(question: AxisQuestion): WeekAxis {
  const { lastBefore, weeksBefore, weeksEarlier = 0, firstAfter, weeksAfter, width } = question
  const used = Math.floor(weeksBefore / width)
  const before = Array.from({ length: used + Math.floor(weeksEarlier / width) }, (_, i): Step => {
    const last = lastBefore - i * width
    return {
      position: Math.floor(last / width),
      side: 'before',
      isUsed: i < used,
      weeks: weeksFrom(last - width + 1, width),
    }
  }).reverse()
  const after = Array.from({ length: Math.floor(weeksAfter / width) }, (_, i): Step => ({
    position: Math.ceil(firstAfter / width) + i,
    side: 'after',
    isUsed: true,
    weeks: weeksFrom(firstAfter + i * width, width),
  }))
  return { width, steps: [...before, ...(width === 1 ? rampSteps(firstAfter) : []), ...after] }
}

/** Drawn, never used; weeks taken together would reach over its ends. */
function rampSteps(firstAfter: number): Step[] {
  return weeksFrom(0, firstAfter).map((week) => ({
    position: week,
    side: 'ramp',
    isUsed: false,
    weeks: [week],
  }))
}

function weeksFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i)
}
