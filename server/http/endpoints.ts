import type { Endpoint } from './endpoint.ts'
import { listBrands } from './routes/brands.ts'
import { readComparison } from './routes/comparison.ts'
import { listComparisons } from './routes/comparisons.ts'
import { followDataHealth } from './routes/data-health-stream.ts'
import { readDataHealth } from './routes/data-health.ts'
import { healthz, readyz } from './routes/health.ts'
import { uploadImport } from './routes/import-upload.ts'
import {
  downloadImportProblems,
  listImports,
  previewImport,
  readOneImport,
  removeImport,
  runImport,
} from './routes/imports.ts'
import { readJob, runJob } from './routes/jobs.ts'
import { listMetrics } from './routes/metrics.ts'
import { openApiDocument } from './routes/openapi.ts'
import { readSession, signIn, signOut } from './routes/session.ts'

const described: readonly Endpoint[] = [
  healthz,
  readyz,
  signIn,
  readSession,
  signOut,
  listBrands,
  listMetrics,
  listComparisons,
  readComparison,
  readDataHealth,
  followDataHealth,
  runJob,
  readJob,
  uploadImport,
  listImports,
  readOneImport,
  previewImport,
  runImport,
  removeImport,
  downloadImportProblems,
]

/** Every address the server answers with data. */
export const endpoints: readonly Endpoint[] = [...described, openApiDocument(described)]
