import { z } from 'zod'
import { importCountsSchema } from '../store/imports.ts'
import type * as contract from '../contract-import.ts'
import { importKinds } from '../import/import-kinds.ts'
import { textEncodings } from '../import/text-encoding.ts'

const bilingual = z.strictObject({ en: z.string(), ko: z.string() })
const notice = {
  field: z.string().nullable(),
  column: z.string().nullable(),
  code: z.string(),
  value: z.string().nullable(),
  words: bilingual,
}
const mapping: z.ZodType<contract.ImportColumns> = z.strictObject({
  columns: z.record(z.string(), z.string()),
  zone: z.string().nullable(),
  dateOrder: z.enum(['auto', 'dmy', 'mdy']),
  brandId: z.number().nullable(),
  yesWords: z.array(z.string()),
  noWords: z.array(z.string()),
})

export const importPreviewSchema: z.ZodType<contract.ImportPreview> = z.strictObject({
  id: z.number(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  sizeBytes: z.number(),
  encoding: z.enum(textEncodings),
  delimiter: z.string(),
  headers: z.array(z.string()),
  samples: z.array(z.array(z.string())),
  fields: z.array(z.string()),
  needed: z.array(z.array(z.string())),
  mapping,
  zone: z.string(),
  remembered: z.string().nullable(),
  problems: z.array(z.strictObject(notice)),
  rows: z.array(
    z.strictObject({
      line: z.number(),
      read: z.record(z.string(), z.string().nullable()),
      cells: z.record(z.string(), z.string()),
      problems: z.array(z.strictObject(notice)),
    }),
  ),
  looked: z.strictObject({ rows: z.number(), rejected: z.number(), all: z.boolean() }),
  overlaps: z.array(
    z.strictObject({
      id: z.number(),
      fileName: z.string(),
      name: z.string(),
      rows: z.number(),
      firstDay: z.string(),
      lastDay: z.string(),
      sharedDays: z.number(),
    }),
  ),
})

const summary = {
  id: z.number(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  name: z.string().nullable(),
  state: z.enum(['new', 'checked', 'running', 'done', 'replaced', 'failed', 'removing']),
  createdAt: z.string(),
  createdBy: z.string(),
  endedAt: z.string().nullable(),
  counts: importCountsSchema.nullable(),
  failure: bilingual.nullable(),
}
export const importsAnswerSchema: z.ZodType<contract.ImportsAnswer> = z.strictObject({
  imports: z.array(z.strictObject(summary)),
})
export const importAnswerSchema: z.ZodType<contract.ImportAnswer> = z.strictObject({
  ...summary,
  problems: z.array(z.strictObject({ line: z.number(), ...notice })),
})
export const importJobAnswerSchema: z.ZodType<contract.ImportJobAnswer> = z.strictObject({
  job: z.number().nullable(),
})
