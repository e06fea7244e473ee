import type { Request } from 'express'
import type { Config } from '../platform/config.ts'
import { HttpProblem } from './http-problem.ts'

/**
 * Refuses a changing request that another site made a browser send. Browsers always tell where such a request comes
 * from; programs that are not browsers tell nothing, carry no cookie by themselves, and pass.
 */
export function refuseForeignOrigin(request: Request, config: Config): void {
  const site = request.get('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') throw foreignOrigin()
  const origin = request.get('origin')
  if (origin === undefined || site === 'same-origin') return
  if (origin !== new URL(config.publicUrl).origin && hostOf(origin) !== request.get('host'))
    throw foreignOrigin()
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

function foreignOrigin(): HttpProblem {
  return new HttpProblem(
    403,
    'foreign_origin',
    'This request was sent from another site. Open the application itself and try again there.',
  )
}
