import { hostname } from 'node:os'
import { kill, pid } from 'node:process'
import type { Context } from '../server/context.ts'
import { describeFailure } from '../server/store/describe-failure.ts'
import { releaseLease, takeLease } from '../server/store/leases.ts'

const LEASE = 'jobs'
const TTL_MS = 10_000
const HEARTBEAT_MS = 3_000

/** The right to be the one jobs process. Leases live in real time: the simulated clock may stand still. */
export class JobsLease {
  readonly #lost = new AbortController()
  readonly #holder: string
  #heartbeat: NodeJS.Timeout | null = null
  #renewedAt = 0

  private constructor(private readonly ctx: Context) {
    this.#holder = ctx.random.token(12)
  }

  /** The lease, or null while another live process holds it. */
  static tryTake(ctx: Context): JobsLease | null {
    const lease = new JobsLease(ctx)
    if (!lease.#renew()) return null
    lease.#heartbeat = setInterval(() => lease.#beat(), HEARTBEAT_MS)
    return lease
  }

  /** Aborted when another process took over: this one must stop working at once. */
  get lost(): AbortSignal {
    return this.#lost.signal
  }

  release(): void {
    if (this.#heartbeat) clearInterval(this.#heartbeat)
    releaseLease(this.ctx.db, LEASE, this.#holder)
  }

  #beat(): void {
    try {
      if (this.#renew()) return
      this.#stop('another jobs process took the lease; stopping')
    } catch (error) {
      // Held or full for a moment: the lease still stands. For longer: nobody can tell whose it is.
      if (performance.now() - this.#renewedAt > TTL_MS) this.#stop(describeFailure(error))
    }
  }

  #stop(reason: string): void {
    this.ctx.logger.error(reason)
    this.#lost.abort(new Error(reason))
  }

  #renew(): boolean {
    const who = { holder: this.#holder, host: hostname(), pid }
    const isOurs = takeLease(this.ctx.db, LEASE, who, { now: Date.now(), ttlMs: TTL_MS, isAlive })
    if (isOurs) this.#renewedAt = performance.now()
    return isOurs
  }
}

function isAlive(processId: number): boolean {
  try {
    kill(processId, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
