import { z } from 'zod'
import { gridFor } from '../../comparison/grid-for.ts'
import type { Context } from '../../context.ts'
import type { Goal } from '../../contract-goal.ts'
import type { MetricKey } from '../../contract.ts'
import { canHaveGoal, goalRange, isGoalReached } from '../../text/goal-range.ts'
import { catalog, metricOf } from '../../metrics/catalog.ts'
import { InvalidRequestError } from '../../platform/problem.ts'
import { readBrands } from '../../store/brands.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import { readGoals, removeGoal, setGoal } from '../../store/goals.ts'
import type { Person } from '../../store/people.ts'
import { brandsInScope } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { goalDraftSchema, goalSchema, goalsAnswerSchema } from '../goal-schemas.ts'
import { notFound } from '../http-problem.ts'
import { allOrListOf, brandId, cellQuestionSchema } from '../question-schemas.ts'

const writers = ['administrator', 'manager'] as const

export const listGoals = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/goals',
  summary: 'What the brands you may see want their figures to be; no verdict is made from it',
  query: z.strictObject({ brand: allOrListOf(brandId) }),
  answer: goalsAnswerSchema,
  handle(ctx, { person, query }) {
    return {
      goals: goalsOf(ctx, person, brandsInScope(ctx, person, query.brand)),
      canSet: writers.some((writer) => writer === person.role),
    }
  },
})

export const putGoal = endpointFor(writers, {
  method: 'put',
  path: '/api/v1/goals/:brand/:metric',
  summary: 'Set the goal of one brand’s figure, in the unit of the metric',
  params: cellQuestionSchema,
  body: goalDraftSchema,
  answer: goalSchema,
  handle(ctx, { person, params, body }) {
    const [brand] = brandsInScope(ctx, person, [params.brand])
    refuseImpossible(params.metric, body.value)
    const goal = { brandId: brand, metric: params.metric, ...body }
    setGoal(ctx.db, goal, { actor: person.email, now: ctx.clock.now() })
    const stored = goalsOf(ctx, person, [brand]).find(({ metric }) => metric === params.metric)
    if (!stored) throw notFound()
    return stored
  },
})

export const deleteGoal = endpointFor(writers, {
  method: 'delete',
  path: '/api/v1/goals/:brand/:metric',
  summary: 'Take the goal of one brand’s figure away',
  params: cellQuestionSchema,
  answer: null,
  problems: [404],
  handle(ctx, { person, params }) {
    const [brand] = brandsInScope(ctx, person, [params.brand])
    const author = { actor: person.email, now: ctx.clock.now() }
    if (!removeGoal(ctx.db, { brandId: brand, metric: params.metric }, author)) throw notFound()
  },
})

/** @throws InvalidRequestError for a figure no goal can be set for, and for a value it can never have */
function refuseImpossible(key: MetricKey, value: number): void {
  const metric = metricOf(key)
  if (!canHaveGoal(metric)) {
    const allowed = catalog.filter(canHaveGoal).map((one) => one.key)
    throw invalid('metric', `"${key}" is neither better high nor low; use ${allowed.join(', ')}`)
  }
  const { least, most } = goalRange(metric.kind)
  if (value < least || value > most)
    throw invalid('value', `is outside what the figure can be; use ${least} to ${most}`)
}

function invalid(field: string, message: string): InvalidRequestError {
  return new InvalidRequestError(`The goal cannot be set: ${field} ${message}.`, [{ field, message }])
}

function goalsOf(ctx: Context, person: Person, brandIds: readonly number[]): Goal[] {
  const names = new Map(readBrands(ctx.db).map(({ id, name }) => [id, name]))
  const stored = readGoals(ctx.db, brandIds)
  const metrics = [...new Set(stored.map(({ metric }) => metric))]
  const cells = stored.length === 0 ? [] : readGrid(ctx.db, { brandIds, metrics }, gridFor(ctx, person)).cells
  return stored.map(({ brandId: id, metric, value, dueOn, setAt, setBy }) => {
    const cell = cells.find((one) => one.brand.id === id && one.metric === metric)
    const latest = cell?.now?.value ?? null
    const isReached = isGoalReached(metricOf(metric), value, latest)
    return {
      brand: { id, name: names.get(id) ?? String(id) },
      metric,
      value,
      dueOn,
      state: isReached === null ? 'no_value' : isReached ? 'reached' : 'not_yet',
      latest,
      setAt: new Date(setAt).toISOString(),
      setBy,
    }
  })
}
