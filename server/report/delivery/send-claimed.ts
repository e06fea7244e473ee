import type { Context } from '../../context.ts'
import type { Claim } from '../../store/report-deliveries.ts'
import { readDelivery } from '../../store/read-deliveries.ts'
import { claimDelivery, settleDelivery } from '../../store/report-deliveries.ts'
import { markRefused } from '../../store/report-recipients.ts'
import type { ClaimedMail, Transmitted } from './transmit.ts'
import { transmit, waitForTurn } from './transmit.ts'

/**
 * Claims a mail, sends it and writes down how it ended; null where there was nothing to take, or the work is to stop.
 * What is written down is written before the next mail is claimed; where that fails the claim stays open, and becomes
 * 'unknown'.
 */
export async function sendClaimed(
  ctx: Context,
  claim: Claim,
  mail: ClaimedMail,
  signal?: AbortSignal,
): Promise<Transmitted | null> {
  if (!(await waitForTurn(ctx, signal))) return null
  const id = claimDelivery(ctx.db, claim)
  return id === null ? null : sendAs(ctx, { id, address: claim.address, messageId: claim.messageId }, mail)
}

/** Sends a mail that was claimed already, and writes down how it ended. */
export async function sendAs(
  ctx: Context,
  { id, address, messageId }: { id: number; address: string; messageId: string },
  mail: ClaimedMail,
): Promise<Transmitted> {
  const attempts = readDelivery(ctx.db, id)?.attempts ?? 1
  const end = await transmit(ctx, { address, messageId, attempts }, mail)
  const { outcome, message, bytes, nextTryAt } = end
  const now = ctx.clock.now()
  settleDelivery(ctx.db, id, { outcome, message, bytes, nextTryAt, now })
  if (end.isAddressRefused) markRefused(ctx.db, { address, message, now })
  return end
}
