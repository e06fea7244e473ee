import { describe, expect, it } from 'vitest'
import { gapRows } from '../../server/statistics/gap-rows.ts'
import { leastSquares } from '../../server/statistics/least-squares.ts'

/**
 * Callaway and Sant'Anna 2021, teen employment in 500 counties (data set mpdta): counties of a group raised their
 * minimum wage in the same year. Effects by group and year as the R package did gives them, without covariates; copied
 * from ref_attgt.csv of d2cml-ai/csdid. Before the rise each year is held against the one before it.
 */
const againstNeverTreated = {
  2004: [-0.0105032462209624, -0.0704231581031467, -0.137258738889403, -0.100811363085404],
  2006: [0.00652011242423301, -0.00275081875051882, -0.00459460695286304, -0.0412244715462175],
  2007: [0.0305066555832928, -0.00272589288611625, -0.0310871193896889, -0.0260544107191966],
}
const againstNotYetTreated = {
  2004: [-0.0193723636759221, -0.0783190990620607, -0.136274346328678, -0.100811363085404],
  2006: [-0.00256255094261098, -0.00193924609578875, 0.00466087631997615, -0.0412244715462175],
  2007: [0.0297593647610311, -0.0024106128000969, -0.0310871193896889, -0.0260544107191966],
}
const counties = { never: 309, 2004: 20, 2006: 40, 2007: 131 }
const years = [2003, 2004, 2005, 2006, 2007]
type Group = keyof typeof againstNeverTreated
const groups: Group[] = [2004, 2006, 2007]

describe('the gap to brands that had not yet moved', () => {
  it.each(groups)(
    'gives the effects by year of those who rose in %i against all who had not yet risen',
    (group) => {
      const found = years.slice(1).map((year) => {
        // Nobody who rises until this year serves; before the rise that is the group's own year too.
        const others = groups.filter((other) => other !== group && other > year)
        const controls = [
          ...Array.from({ length: counties.never }, () => years.map(() => 0)),
          ...others.flatMap((other) => Array.from({ length: counties[other] }, () => courseOf(other))),
        ].map((values, id) => ({ id, values }))
        const rows = gapRows({ weeks: years, treated: courseOf(group), controls })
        const gapIn = (when: number) => rows[when - years[0]].gap
        return gapIn(year) - gapIn(baseOf(group, year))
      })

      found.forEach((effect, i) => expect(effect).toBeCloseTo(againstNotYetTreated[group][i], 13))
    },
  )
})

/** A group's mean by year, less that of the counties that never rose, from what the published effects add up to. */
function courseOf(group: Group): number[] {
  const course = [0]
  years.slice(1).forEach((year, i) => {
    course.push(course[baseOf(group, year) - years[0]] + againstNeverTreated[group][i])
  })
  return course
}

function baseOf(group: Group, year: number): number {
  return year < group ? year - 1 : group - 1
}

describe('the design of an interrupted series', () => {
  it('gives the step and the slope of the Sicilian smoking ban', () => {
    const design = admissions.map((_, month) => [
      1,
      month >= BAN ? 1 : 0,
      month + 1,
      ...[1, 2].flatMap((wave) => {
        const angle = (2 * Math.PI * wave * (month + 1)) / 12
        return [Math.sin(angle), Math.cos(angle)]
      }),
    ])
    const response = admissions.map((count, month) => Math.log(count / standardPopulation[month]))

    const { coefficients } = leastSquares(design, response, [0, 1, 0, 0, 0, 0, 0])

    expect(coefficients[1]).toBeCloseTo(-0.1239, 4)
    expect(coefficients[2]).toBeCloseTo(0.005409, 6)
  })
})

/**
 * Bernal, Cummins and Gasparrini 2017, Int J Epidemiol 46:348: hospital admissions for acute coronary events in Sicily
 * by month from January 2002, and the age-standardised population; copied from gasparrini/2017_lopezbernal_IJE_codedata.
 * The Poisson model with two yearly waves finds a ratio of 0.885, -0.122 on the scale of logarithms; least squares on
 * logarithms weigh months alike and come to -0.1239.
 */
const BAN = 36
const admissions = [
  728, 659, 791, 734, 757, 726, 760, 740, 720, 814, 795, 858, 887, 766, 851, 769, 781, 756, 766, 752, 765,
  831, 879, 928, 914, 808, 937, 840, 916, 828, 845, 818, 860, 839, 887, 886, 831, 796, 833, 820, 877, 758,
  767, 738, 781, 843, 850, 908, 1021, 859, 976, 888, 962, 838, 810, 876, 843, 936, 912,
]
const standardPopulation = [
  379875.3, 376495.5, 377040.8, 377116.4, 377383.4, 374113.1, 379513.3, 376295.5, 374653.2, 378485.6,
  375955.5, 378349.7, 376762.4, 379032.3, 379360.4, 376162, 377972.4, 381830.7, 379888.6, 380872.2, 380966.9,
  381240.4, 382104.9, 381802.7, 381656.3, 383680, 383504.2, 386462.9, 383783.1, 380836.8, 383483, 380906.2,
  382926.8, 384052.4, 384449.6, 383428.4, 388153.2, 388373.2, 386470.1, 386033.2, 383686.4, 385509.3,
  385901.9, 386516.6, 388436.5, 383255.2, 390148.7, 385874.9, 391613.6, 391750.4, 394005.6, 391364.9,
  391664.6, 389022.3, 391878.5, 388575.3, 392989, 390018.8, 390712.3,
]
