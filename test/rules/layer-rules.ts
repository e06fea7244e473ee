import { cruise } from 'dependency-cruiser'
import type { ICruiseResult, IFlattenedRuleSet } from 'dependency-cruiser'

const pure = {
  contract: '^server/contract[a-z-]*\\.ts$',
  statistics: '^server/statistics/',
  periods: '^server/periods/',
  settings: '^server/settings/',
  metrics: '^server/metrics/',
  import: '^server/import/',
  text: '^server/text/',
  charts: '^server/charts/',
}
const upper = {
  platform: '^server/platform/',
  store: '^server/store/',
  zendesk: '^jobs/zendesk/',
  comparison: '^server/comparison/',
  report: '^server/report/',
  web: '^server/(app\\.ts$|http/)',
  admin: '^server/admin/',
  jobs: '^jobs/(?!zendesk/|main\\.ts$|run\\.ts$)',
}
const context = '^server/context\\.ts$'
const roots = '^(server/(main|admin|jobs-process|question-thread|question-worker)\\.ts|jobs/(main|run)\\.ts)$'
const allPure = Object.values(pure)

/** Who may import what beside its own folder: each line names only what lies below. */
const mayImport: Record<string, { from: string; to: string[] }> = {
  contract: { from: pure.contract, to: [] },
  statistics: { from: pure.statistics, to: [] },
  periods: { from: pure.periods, to: [pure.contract, pure.statistics] },
  settings: { from: pure.settings, to: [pure.contract, pure.statistics, pure.periods] },
  metrics: { from: pure.metrics, to: [pure.contract, pure.statistics, pure.periods, pure.settings] },
  import: {
    from: pure.import,
    to: [pure.contract, pure.statistics, pure.periods, pure.settings, pure.metrics],
  },
  text: {
    from: pure.text,
    to: [pure.contract, pure.statistics, pure.periods, pure.settings, pure.metrics, pure.import],
  },
  charts: { from: pure.charts, to: allPure },
  platform: { from: upper.platform, to: allPure },
  store: { from: upper.store, to: [...allPure, upper.platform] },
  zendesk: { from: upper.zendesk, to: [...allPure, upper.platform] },
  context: { from: context, to: [...allPure, upper.platform, upper.store] },
  comparison: { from: upper.comparison, to: [...allPure, upper.platform, upper.store, context] },
  report: { from: upper.report, to: [...allPure, upper.platform, upper.store, context, upper.comparison] },
  web: {
    from: upper.web,
    to: [...allPure, upper.platform, upper.store, context, upper.comparison, upper.report],
  },
  admin: {
    from: upper.admin,
    to: [...allPure, upper.platform, upper.store, context, upper.comparison, upper.report],
  },
  jobs: {
    from: upper.jobs,
    to: [...allPure, upper.platform, upper.store, upper.zendesk, context, upper.comparison, upper.report],
  },
  roots: { from: roots, to: [...allPure, ...Object.values(upper), context] },
  client: { from: '^client/', to: [pure.text, pure.periods, pure.charts, pure.contract] },
}

const ours = '^(server|jobs|client|test)/'

export const layerRules: IFlattenedRuleSet = {
  forbidden: [
    ...Object.entries(mayImport).map(([layer, { from, to }]) => ({
      name: `layer-${layer}`,
      severity: 'error' as const,
      from: { path: from },
      to: { path: ours, pathNot: [from, ...to] },
    })),
    {
      name: 'every-file-has-a-layer',
      severity: 'error',
      from: { path: '^(server|jobs|client)/', pathNot: Object.values(mayImport).map(({ from }) => from) },
      to: {},
    },
    { name: 'no-circles', severity: 'error', from: { path: ours }, to: { circular: true } },
    { name: 'nothing-missing', severity: 'error', from: { path: ours }, to: { couldNotResolve: true } },
    {
      name: 'only-tests-import-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'pure-means-no-node',
      severity: 'error',
      from: { path: allPure },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'context-is-passed',
      severity: 'error',
      from: { path: '^(server|jobs)/', pathNot: roots },
      to: { path: context, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'client-takes-only-types-of-the-contract',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: pure.contract, dependencyTypesNot: ['type-only'] },
    },
  ],
}

/** Every import under `directory` that breaks a rule, as 'rule: from → to'. */
export async function findLayerViolations(directory: string, folders: string[]): Promise<string[]> {
  const { output } = await cruise(folders, {
    baseDir: directory,
    ruleSet: layerRules,
    validate: true,
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/' },
  })
  if (typeof output === 'string') throw new Error('findLayerViolations: expected the cruised graph, got text')
  return violationsOf(output)
}

function violationsOf({ summary }: ICruiseResult): string[] {
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
}
