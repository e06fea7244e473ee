import type { Random } from './random.ts'
import { createRandom, seedOf } from './random.ts'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `YYMM.<account>.<token>`, the month in UTC. */
export function chatId(startedAt: number, accountId: number, seed: number): string {
  const month = new Date(startedAt).toISOString().slice(2, 7).replace('-', '')
  return text(`${month}.${accountId}.`, letters, 13, createRandom(seed, 21))
}

/** A ULID whose first ten characters decode to `at`. */
export function ulid(at: number, seed: number): string {
  let time = ''
  for (let left = at, i = 0; i < 10; i++, left = Math.floor(left / 32)) time = crockford[left % 32] + time
  return text(time, crockford, 16, createRandom(seed, 22))
}

/** Milliseconds a ULID was made at. */
export function ulidTime(id: string): number {
  return [...id.slice(0, 10)].reduce((at, letter) => at * 32 + crockford.indexOf(letter), 0)
}

export type TicketNumbers = (createdAt: number) => number

/** Numbers that grow with time and never meet those of another brand. */
export function ticketNumbers(anchor: number, brandNumber: number): TicketNumbers {
  const taken = new Set<number>()
  const zero = anchor / 1000 - 80 * 7 * 86_400
  return (createdAt) => {
    let second = Math.floor(createdAt / 1000) - zero
    while (taken.has(second)) second++
    taken.add(second)
    return 1_000_000 + second * 16 + brandNumber
  }
}

export const brandId = (number: number): number => 360_002_345_600 + number * 37
export const departmentId = (number: number): number => 360_008_117_200 + number * 53
export const agentId = (brandNumber: number, index: number): number =>
  370_114_000_000 + brandNumber * 1_000_003 + index * 97
export const ratingId = (ticketId: number): number => 36_000_000_000 + ticketId

/** 24 hexadecimal digits, as bots have them. */
export function botId(brandNumber: number): string {
  return [1, 2, 3].map((part) => seedOf(brandNumber, part).toString(16).padStart(8, '0')).join('')
}

/** Written as bytes: strings joined letter by letter are kept as trees, and there are 300,000 of them. */
function text(prefix: string, alphabet: string, length: number, random: Random): string {
  const bytes = Buffer.allocUnsafe(prefix.length + length)
  bytes.write(prefix, 'latin1')
  for (let i = prefix.length; i < bytes.length; i++) {
    bytes[i] = alphabet.charCodeAt(Math.floor(random.uniform() * alphabet.length))
  }
  return bytes.toString('latin1')
}
