import { z } from 'zod'
import type { Role } from '../contract.ts'

/** Who may call an endpoint: anyone at all, or people with one of these roles. */
export type Access = 'anyone' | readonly Role[]

export const everyRole: readonly Role[] = ['administrator', 'manager', 'viewer']

/** What an endpoint says of itself: enough to guard it, to validate its input and to document it. */
export type Description = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** With `:name` for the parts that vary. */
  path: string
  summary: string
  access: Access
  params: z.ZodType
  query: z.ZodType
  /** Null where no body is read. */
  body: z.ZodType | null
  /** Media types of a body that is a file. */
  upload?: readonly string[]
  /** Sent as JSON unless another media type is named. */
  success: { status: number; schema: z.ZodType | null; mediaType?: string }
  /** Statuses of the problems it can answer with beside those every endpoint of its kind has. */
  problems: readonly number[]
}

/** Takes nothing: the default for path and query. */
export const nothing = z.strictObject({})
