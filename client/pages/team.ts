import type { AgreementAnswer } from '../../server/contract-agreement.ts'
import type { TeamAnswer, TeamWindow } from '../../server/contract-team.ts'
import type { BrandSummary, DataHealthAnswer, MetricDescription } from '../../server/contract.ts'
import { readAgreement, stretchOf } from '../agreement.ts'
import { AnswerError } from '../api.ts'
import { el } from '../dom.ts'
import type { NarrowingProblem } from '../narrowing.ts'
import { dayNames, parseNarrowing } from '../narrowing.ts'
import type { Page } from '../page.ts'
import { choiceNotice } from '../parts/choice-notice.ts'
import { narrowingNotices } from '../parts/filters/narrowed-note.ts'
import { moreDetails, whenOpened } from '../parts/more-details.ts'
import { nothingYet } from '../parts/nothing-yet.ts'
import { progressBanner } from '../parts/progress-banner.ts'
import { skeleton } from '../parts/skeleton.ts'
import { stamps } from '../parts/stamps.ts'
import { hoursFigure } from '../parts/team/hours-figure.ts'
import { hoursTable } from '../parts/team/hours-table.ts'
import { teamChoices } from '../parts/team/team-choices.ts'
import { teamFigures } from '../parts/team/team-figures.ts'
import { teamSources } from '../parts/team/team-sources.ts'
import { sidesOf } from '../parts/team/week-hours.ts'
import { refreshSeconds } from '../refresh.ts'
import type { TeamChoice, TeamProblem } from '../team-choice.ts'
import { daysText, parseTeamChoice, teamPath, teamShows } from '../team-choice.ts'
import type { View } from '../view.ts'

type Answer = {
  brands: BrandSummary[]
  metrics: MetricDescription[]
  health: DataHealthAnswer
  /** Null where nobody gave this person a brand. */
  shown: {
    team: TeamAnswer
    choice: TeamChoice
    problems: TeamProblem[]
    agreement: AgreementAnswer | null
  } | null
}

/** What agents do at one brand before and after its move, by hour of the week. */
export const teamPage: Page<Answer> = {
  skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'block', 'block']),

  async load(view, signal) {
    const { api } = view
    const [{ brands }, { metrics }, health] = await Promise.all([
      api.readBrands(signal),
      api.readMetrics(signal),
      api.readDataHealth(signal),
    ])
    const asked = parseTeamChoice(queryOf(view), brands)
    return { brands, metrics, health, shown: asked && (await readTeam(view, asked, signal)) }
  },

  title: ({ text }, { shown }) =>
    shown ? text('team.heading', { brand: shown.team.brand.name }) : text('team.title'),

  draw(view, { brands, metrics, health, shown }) {
    if (!shown) return { nodes: [nothingYet(view)] }
    const { team, choice, problems } = shown
    const hours = hoursSection(view, team, brands, withShow(view, choice))
    const nodes = [
      progressBanner(view, health),
      choiceNotice([
        ...problems.map((problem) => problemWords(view, problem, team)),
        // Agents' hours are shared by all their conversations: there is no part of them that is of one language.
        ...narrowingNotices(view, parseNarrowing(queryOf(view), dayNames, null).problems.filter(isNotHere)),
      ]),
      intro(view, shown, brands),
      team.comparisons.length > 0 ? teamFigures(view, team.comparisons, metrics) : null,
      hours.node,
      teamSources(view, team),
    ]
    return { nodes: nodes.filter((node) => node !== null), shown: hours.shown }
  },

  refreshAfter: ({ health }) => refreshSeconds(health.historyComplete),
}

/** Days that are none are told by the page itself. */
function isNotHere({ why }: NarrowingProblem): boolean {
  return why === 'notHere'
}

function queryOf({ route }: View): URLSearchParams {
  return route.name === 'team' ? route.query : new URLSearchParams()
}

/** What the hours show needs no new answer: it is read from the address each time the page is drawn. */
function withShow(view: View, choice: TeamChoice): TeamChoice {
  const show = teamShows.find((known) => known === queryOf(view).get('show'))
  return { ...choice, show: show ?? 'people' }
}

/** Days the server cannot use are left out and told, as those that are none. */
async function readTeam(
  { api }: View,
  asked: { choice: TeamChoice; problems: TeamProblem[] },
  signal: AbortSignal,
): Promise<Answer['shown']> {
  const { choice, problems } = asked
  const agreed = readAgreement(api, String(choice.brandId), signal)
  try {
    const team = await api.readTeam(choice, signal)
    return { team, choice, problems, agreement: await agreed }
  } catch (error) {
    const { days } = choice
    if (!(error instanceof AnswerError) || error.status !== 400 || days === null) throw error
    const usual = { ...choice, days: null }
    const problem: TeamProblem = { field: 'days', given: daysText(days.from, days.to) }
    const team = await api.readTeam(usual, signal)
    return { team, choice: usual, problems: [...problems, problem], agreement: await agreed }
  }
}

function problemWords({ text }: View, { field, given }: TeamProblem, team: TeamAnswer): string {
  const used = field === 'show' ? text('team.show.people') : team.brand.name
  return text(`team.problem.${field}`, { given: given.slice(0, 40), used })
}

function intro(
  view: View,
  { team, choice, agreement }: NonNullable<Answer['shown']>,
  brands: readonly BrandSummary[],
): HTMLElement {
  const { text, language } = view
  const [first, ...others] = team.summary.map((sentence) => sentence[language])
  return el(
    'section',
    { class: 'intro' },
    stamps(view, {
      answer: team,
      brands: brands.filter(({ id }) => id === team.brand.id),
      agreement,
      stretch: stretchOf([team.before, team.after, team.now]),
    }),
    el('h1', { tabIndex: -1 }, text('team.heading', { brand: team.brand.name })),
    teamChoices(view, withShow(view, choice), team, brands),
    first === undefined ? null : el('p', { class: 'sentence' }, first),
    others.length === 0
      ? null
      : el('ul', { class: 'plain-list' }, ...others.map((words) => el('li', {}, words))),
    ...gapWords(view, team).map((words) => el('p', { class: 'small' }, words)),
  )
}

/** What is not there, and why. */
function gapWords({ text }: View, team: TeamAnswer): string[] {
  const { before, after, now } = team
  if (!before && !after && !now) return [text('team.none')]
  if (now) return [text('team.notMoved')]
  return [...(after ? [] : [text('team.noAfter')]), ...(before ? [] : [text('team.noBefore')])]
}

function hoursSection(view: View, team: TeamAnswer, brands: readonly BrandSummary[], choice: TeamChoice) {
  const { text } = view
  const { show } = choice
  const select = el(
    'select',
    {
      id: 'team-show',
      on: {
        change: () =>
          view.rename(
            teamPath({ ...choice, show: teamShows.find((known) => known === select.value) ?? 'people' }),
          ),
      },
    },
    ...teamShows.map((known) =>
      el('option', { value: known, selected: known === show }, text(`team.show.${known}`)),
    ),
  )
  const table = moreDetails('team-table', text('team.table'))
  const sides = sidesOf(team)
  const node =
    sides.length === 0
      ? null
      : el(
          'section',
          { class: 'panel', aria: { labelledby: 'team-hours' } },
          el(
            'div',
            { class: 'team-head' },
            el('h2', { id: 'team-hours' }, text('team.hours')),
            el('label', { htmlFor: 'team-show' }, text('team.show')),
            select,
          ),
          ...hoursFigure(view, team, brands, show),
          el(
            'ul',
            { class: 'plain-list small' },
            ...sides.flatMap(({ key, window }) => {
              const words = leftOutWords(view, window)
              return words === '' ? [] : [el('li', {}, `${text(`team.${key}`)}: ${words}`)]
            }),
          ),
          el(
            'div',
            { class: 'metric-more' },
            table,
            moreDetails(
              'team-definition',
              text('team.definition'),
              el('p', {}, text('team.definitionHours')),
              el('p', {}, text('team.definitionWork')),
            ),
          ),
        )
  return { node, shown: () => whenOpened(table, drawTable) }

  async function drawTable(): Promise<() => void> {
    const drawn = hoursTable(view, team, show)
    table.append(drawn)
    return () => drawn.remove()
  }
}

function leftOutWords({ text }: View, { daysClosed, daysRed, work }: TeamWindow): string {
  const parts = [
    ...(work ? [text('team.agents', { n: work.agents })] : []),
    ...(daysClosed > 0 ? [text('team.daysClosed', { n: daysClosed })] : []),
    ...(daysRed > 0 ? [text('team.daysRed', { n: daysRed })] : []),
    ...(work && work.daysLeftOut > 0 ? [text('team.daysNotHeld', { n: work.daysLeftOut })] : []),
  ]
  return parts.join(', ')
}
