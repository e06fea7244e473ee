import { createHash } from 'node:crypto'

/** The same for every try of one mail, so that a server that has it already knows it again. */
export function messageIdOf(
  publicUrl: string,
  { scheduleId, address, occasion }: { scheduleId: number; address: string; occasion: string },
): string {
  const recipient = createHash('sha256').update(address).digest('hex').slice(0, 16)
  const name = ['report', scheduleId, recipient, occasion.replaceAll(' ', '-')].join('.')
  return `<${name}@${new URL(publicUrl).hostname}>`
}
