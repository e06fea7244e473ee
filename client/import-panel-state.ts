import type { BrandSummary } from '../server/contract.ts'
import type {
  ImportAnswer,
  ImportColumns,
  ImportedKind,
  ImportEncoding,
  ImportPreview,
  ImportSummary,
} from '../server/contract-import.ts'

/** What the panel for importing files shows at present. */
export type ImportPanelState = {
  kind: ImportedKind
  preview: ImportPreview | null
  /** Name under which the mapping is remembered. */
  name: string
  /** The import whose rows this file's are to replace; null replaces only a file of the same name. */
  replaces: number | null
  brands: readonly BrandSummary[]
  imports: readonly ImportSummary[] | null
  result: ImportAnswer | null
  /** What is under way; everything that could disturb it is then disabled. */
  busy: 'none' | 'reading' | 'running'
  /** What was just said: how it went, or what was wrong. */
  notice: { words: string; isProblem: boolean } | null
}

export type ImportActions = {
  choose(file: File): void
  setKind(kind: ImportedKind): void
  setName(name: string): void
  setReplaces(id: number | null): void
  reread(reading: {
    encoding?: ImportEncoding
    delimiter?: string | null
    mapping?: ImportColumns | null
  }): void
  run(dryRun: boolean): void
  resume(id: number): void
  show(id: number): void
  remove(id: number): void
  close(): void
}
