import { join } from 'node:path'
import { expect, it } from 'vitest'
import { catalog } from '../../server/metrics/catalog.ts'
import { metricsDocument } from './metrics-document.ts'
import { packageDirectory } from './package-files.ts'

it('docs/metrics.md says what the catalogue says', async () => {
  await expect(metricsDocument(catalog)).toMatchFileSnapshot(join(packageDirectory, 'docs/metrics.md'))
})
