import { normalCumulative } from '../../server/statistics/normal.ts'
import type { MetricKey } from '../../server/contract.ts'
import type { JudgedCell, JudgedReport } from '../simulated-reports/judged-reports.ts'
import { judgeReports } from '../simulated-reports/judged-reports.ts'
import { judgeMixShifts } from '../simulated-reports/mixed-world.ts'
import type { WorldPlan } from '../simulated-reports/panel-world.ts'
import { rampErrors } from '../simulated-reports/ramp-errors.ts'
import type { Scenario } from '../simulated-reports/scenarios.ts'
import * as scenarios from '../simulated-reports/scenarios.ts'
import * as tally from '../simulated-reports/tally.ts'

type Print = (line: string) => void
type Part = (print: Print, runs: number) => void

const SEED = 2
const groups: [name: string, metrics: MetricKey[]][] = [
  ['durations', ['first_reply', 'resolution_time']],
  ['shares', ['unserved_rate', 'recontact_rate', 'csat']],
  ['numbers', ['demand', 'human_workload']],
]
const parts: Record<string, Part> = {
  unchanged: (print, runs) => table(print, runs, unchangedScenarios()),
  effects: (print, runs) => table(print, runs, effectScenarios()),
  faults: (print, runs) => table(print, runs, faultScenarios()),
  differing,
  mix,
  ramp,
  answers,
}

/**
 * The engine as a whole, simulated over and over: how often its ranges hold the truth, how often a report calls a change
 * that is none, and how often it finds one that is there. BENCH_COVERAGE_RUNS says how often (200 unless told),
 * BENCH_COVERAGE_PARTS chooses: `BENCH_COVERAGE_PARTS=unchanged,mix`.
 */
export function coverage(print: Print): void {
  const runs = Number(process.env.BENCH_COVERAGE_RUNS ?? 200)
  const asked = process.env.BENCH_COVERAGE_PARTS?.split(',') ?? Object.keys(parts)
  const unknown = asked.filter((name) => !(name in parts))
  if (unknown.length > 0)
    throw new Error(`no part "${unknown.join(', ')}"; there are: ${Object.keys(parts).join(', ')}`)
  for (const name of asked) {
    print(`\n### ${name} (${runs} reports each)\n`)
    parts[name](print, runs)
  }
}

function unchangedScenarios(): Scenario[] {
  const { windows, three, ...others } = scenarios.unchanged
  return [{ ...windows, withNaive: true }, { ...three, withNaive: true }, ...Object.values(others)]
}

function effectScenarios(): Scenario[] {
  const { repliesFaster, growingEffect } = scenarios
  return [
    repliesFaster(2, 1, 0.8),
    repliesFaster(2, 1, 0.7),
    repliesFaster(6, 2, 0.8),
    repliesFaster(6, 2, 0.7),
    repliesFaster(2, 1, 0.7, 0.3),
    growingEffect,
  ]
}

function faultScenarios(): Scenario[] {
  return [scenarios.holidays, scenarios.silentWeeks, scenarios.censored]
}

function table(print: Print, runs: number, all: readonly Scenario[]): void {
  print(
    '| simulated | method | held %: durations | shares | numbers | range of the median | pooled held % | reports with a false verdict % | false among called % | called % where there is an effect | grades |',
  )
  print('|---|---|---|---|---|---|---|---|---|---|---|')
  for (const scenario of all) {
    const reports = [...judgeReports({ ...scenario, runs, seed: SEED })]
    const cells = reports.flatMap((report) => report.cells)
    const changed = cells.filter(({ estimated }) => estimated !== null && estimated.truth !== 0)
    print(
      row([
        scenario.name,
        shares(cells, ({ cell }) => cell.method ?? cell.state),
        ...groups.map(([, metrics]) => heldPercent(reports, metrics)),
        widthOf(cells, groups[0][1]),
        reports.some(({ pooled }) => pooled.length > 0) ? tally.pooledCoverage(reports).toFixed(1) : '–',
        withError(reports.map((report) => (report.cells.some(tally.isFalseCall) ? 1 : 0))),
        tally.falseDiscoveries(reports).toFixed(1),
        changed.length === 0 ? '–' : tally.callRate(changed).toFixed(1),
        shares(cells, ({ cell }) => cell.grade ?? '–'),
      ]),
    )
    for (const line of [...naiveLines(cells), ...checkLines(cells), ...floorLines(cells)]) print(line)
  }
}

function naiveLines(cells: readonly JudgedCell[]): string[] {
  const names = new Set(cells.flatMap(({ estimated }) => estimated?.naive.map(({ name }) => name) ?? []))
  const found = [...names].map((name) => `${name} ${tally.naiveCoverage(cells, name).toFixed(1)}`)
  return found.length === 0 ? [] : [`| *naive, held %* | ${found.join(' · ')} |`]
}

/** How often each check fails among those that could be made. */
function checkLines(cells: readonly JudgedCell[]): string[] {
  const checks = cells.flatMap(({ estimated }) => estimated?.checks ?? [])
  const found = [...new Set(checks.map(({ key }) => key))].flatMap((key) => {
    const tested = checks.filter((check) => check.key === key && check.outcome !== 'not_testable')
    if (tested.length === 0) return []
    const failed = tested.filter(({ outcome }) => outcome === 'failed').length
    return [`${key} ${percent(failed, tested.length)} of ${tested.length}`]
  })
  return found.length === 0 ? [] : [`| *checks failed, %* | ${found.join(' · ')} |`]
}

function floorLines(cells: readonly JudgedCell[]): string[] {
  const widened = cells.flatMap(({ estimated }) => (estimated && estimated.widening > 1 ? [estimated] : []))
  if (widened.length === 0) return []
  const factors = widened.map(({ widening }) => widening).sort((one, other) => one - other)
  const median = factors[Math.floor(factors.length / 2)].toFixed(2)
  return [
    `| *noise floor* | widens ${percent(widened.length, cells.length)} % of the ranges, by ${median} (median) |`,
  ]
}

function differing(print: Print, runs: number): void {
  const reports = [...judgeReports({ ...scenarios.differing, runs, seed: SEED })]
  const { mean, deviation } = scenarios.SPREAD
  const within = reports.flatMap(({ pooled }) =>
    pooled.flatMap(({ answer: { furtherBrand } }) => {
      if (furtherBrand === null) return []
      const below = (ratio: number) => normalCumulative((Math.log(ratio) - mean) / deviation)
      return [below(furtherBrand.high) - below(furtherBrand.low)]
    }),
  )
  print(`brand's range holds its effect: ${heldPercent(reports, ['first_reply'])} %`)
  print(`pooled range holds the mean effect: ${tally.pooledCoverage(reports).toFixed(1)} %`)
  print(`a further brand lies in its range: ${withError(within)} % (${within.length} reports)`)
  print(`reports with a verdict of the wrong direction: ${tally.reportsWithFalseCall(reports).toFixed(1)} %`)
}

function mix(print: Print, runs: number): void {
  const plans: [string, WorldPlan, number][] = [
    ['two windows', scenarios.unchanged.windows.plan, runs],
    ['own line', scenarios.unchanged.local.plan, runs],
    ['against a brand that had not moved', scenarios.unchanged.three.plan, Math.ceil(runs / 4)],
  ]
  print('| hard questions 30 → 50 %, nothing else changes | crude held % | adjusted held % | called % |')
  print('|---|---|---|---|')
  for (const [name, plan, own] of plans) {
    const reports = [...judgeMixShifts({ plan, hard: { before: 0.3, after: 0.5 }, runs: own, seed: SEED })]
    for (const [group, metrics] of groups.slice(0, 2)) {
      const cells = cellsOf(reports, metrics)
      const adjusted = cells.flatMap(({ estimated }) =>
        estimated?.mix.kind === 'adjusted' ? [estimated.mix.effect] : [],
      )
      const held = adjusted.filter(({ low, high }) => low <= 0 && high >= 0).length
      print(
        row([
          `${name}: ${group} (${own} reports)`,
          heldPercent(reports, metrics),
          `${percent(held, adjusted.length)} of ${adjusted.length}`,
          tally.callRate(cells).toFixed(1),
        ]),
      )
    }
  }
}

/** How far the days that are found lie from those on which it happened. */
function ramp(print: Print, runs: number): void {
  print(
    '| messaging rises over | overtakes: days off (2.5, 50, 97.5 %) | ramp ends: days off | held % at × 0.7 | called % |',
  )
  print('|---|---|---|---|---|')
  for (const days of [1, 10, 28, 56]) {
    const { plan } = scenarios.rising(days)
    const reports = [...judgeReports({ ...scenarios.rising(days), runs, seed: SEED })]
    const { overtaken, ended } = rampErrors(plan, runs, SEED)
    const cells = cellsOf(reports, ['first_reply'])
    print(
      row([
        `${days} days`,
        spread(overtaken),
        spread(ended),
        heldPercent(reports, ['first_reply']),
        tally.callRate(cells).toFixed(1),
      ]),
    )
  }
}

function answers(print: Print, runs: number): void {
  const reports = [...judgeReports({ ...scenarios.otherPeopleAnswer, runs, seed: SEED })]
  const cells = reports.flatMap((report) => report.cells)
  const estimated = cells.flatMap((cell) => cell.estimated ?? [])
  const sure = estimated.filter(({ interval }) => interval.low > 0 || interval.high < 0).length
  const bounds = estimated.flatMap((one) => one.bounds ?? [])
  const holding = bounds.filter(({ low, high }) => low <= 0 && high >= 0).length
  print(`ranges that exclude 0 though satisfaction is unchanged: ${percent(sure, estimated.length)} %`)
  print(
    `best and worst case shown: ${percent(bounds.length, estimated.length)} %, holding 0: ${percent(holding, bounds.length)} %`,
  )
  print(`called: ${tally.callRate(cells).toFixed(1)} %`)
}

function cellsOf(reports: readonly JudgedReport[], metrics: readonly MetricKey[]): JudgedCell[] {
  return reports.flatMap(({ cells }) => cells.filter(({ metric }) => metrics.includes(metric)))
}

function heldPercent(reports: readonly JudgedReport[], metrics: readonly MetricKey[]): string {
  const perReport = reports.flatMap(({ cells }) => {
    const { of, held } = tally.heldBy(cells.filter(({ metric }) => metrics.includes(metric)))
    return of === 0 ? [] : [held / of]
  })
  return perReport.length === 0 ? '–' : withError(perReport)
}

function widthOf(cells: readonly JudgedCell[], metrics: readonly MetricKey[]): string {
  const { of, medianWidth } = tally.heldBy(cells.filter(({ metric }) => metrics.includes(metric)))
  return of === 0 ? '–' : medianWidth.toFixed(2)
}

function withError(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return `${(100 * mean).toFixed(1)} ± ${(100 * tally.standardError(values)).toFixed(1)}`
}

function shares(cells: readonly JudgedCell[], of: (cell: JudgedCell) => string): string {
  const counts = [...tally.countBy(cells, of)].map(
    ([name, n]) => `${name} ${((100 * n) / cells.length).toFixed(0)}`,
  )
  return counts.join(', ')
}

function spread(values: readonly number[]): string {
  const ascending = [...values].sort((one, other) => one - other)
  return [0.025, 0.5, 0.975].map((p) => ascending[Math.floor(p * (ascending.length - 1))]).join(', ')
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
