import type { MetricKey } from '../../contract.ts'
import { readGridStamp, removeGrid, writeGridRows } from '../../store/comparison-cells.ts'
import type { GridKind } from '../../store/comparison-cells.ts'
import type { Database } from '../../store/database.ts'
import { reportQuestion } from '../compare-brands.ts'
import { noteVerdicts } from '../verdicts-a-week-ago.ts'
import { storedHoldings } from '../mix/stored-holdings.ts'
import type { Panel } from '../panel.ts'
import { readPanel } from '../read-panel.ts'
import type { GridRows } from './grid-of-cells.ts'
import { kindsHasher } from './kinds-hash.ts'
import { lastDayRead } from './last-day-read.ts'
import type { MadeCell } from './made-cell.ts'
import { makeCell } from './made-cell.ts'
import { makeGrid } from './make-grid.ts'
import type { Read } from './reads.ts'
import { ReadBook } from './reads.ts'
import type { InputsOf } from './versions.ts'
import { inputsReader } from './versions.ts'
import { watchPanel } from './watch-panel.ts'

type KeptCell = { made: MadeCell; reads: readonly Read[]; inputs: string }
/** By brand and metric. */
type KeptCells = Map<string, KeptCell>
export type RefreshedGrid = {
  cells: number
  /** Those of them that were worked out anew. */
  made: number
}

/**
 * Keeps the cells of one account's grid in memory, each with what was read while it was made. A cell is made anew only
 * when any of that would be answered differently now; the grid is the same as if all of them were. Whoever begins with a
 * new one makes all cells.
 */
export class GridKeeper {
  readonly #kept = new Map<GridKind, KeptCells>()
  readonly #book = new ReadBook()

  /** @param onMade told of each cell that is worked out */
  constructor(private readonly onMade: (brandId: number, metric: MetricKey) => void = () => undefined) {}

  /**
   * Brings the stored grid up to date; nothing is written while it says what it said before.
   * @param isScopeStrict the grid without comparison brands too, for readers of some brands only; unless told, if there
   * is one
   */
  refresh(db: Database, now: number, isScopeStrict = readGridStamp(db, 'own_weeks') !== null): RefreshedGrid {
    const kinds: readonly GridKind[] = isScopeStrict ? ['shared', 'own_weeks'] : ['shared']
    const panel = readPanel(db, reportQuestion(now))
    const inputsOf = inputsReader(panel, kindsHasher(db))
    const refreshed: RefreshedGrid = { cells: 0, made: 0 }
    for (const kind of kinds) {
      const { stamp, rows, made } = this.#grid(
        db,
        { ...panel, ownWeeksOnly: kind === 'own_weeks' },
        kind,
        inputsOf,
      )
      writeGridRows(db, rows, stamp, now, kind)
      noteVerdicts(db, now, kind)
      refreshed.made += made
      if (kind === 'shared') refreshed.cells = rows.length
    }
    if (!isScopeStrict) this.#forget(db)
    return refreshed
  }

  #grid(db: Database, panel: Panel, kind: GridKind, inputsOf: InputsOf): GridRows & { made: number } {
    const before = this.#kept.get(kind)
    const present: KeptCells = new Map()
    const watched = watchPanel(panel, storedHoldings(db), this.#book)
    const brands = watched.panel.brands
    let made = 0
    const grid = makeGrid(panel, (brand, metric, place) => {
      const key = `${brand.brand.id} ${metric.key}`
      const reader = { brand, metric, until: lastDayRead(panel, brand, metric) }
      let kept = before?.get(key)
      if (!kept || kept.inputs !== inputsOf(kept.reads, reader)) {
        const { value, reads } = watched.noting(() =>
          makeCell(watched.panel, brands[place], metric, watched.adjust),
        )
        kept = { made: value, reads, inputs: inputsOf(reads, reader) }
        made += 1
        this.onMade(brand.brand.id, metric.key)
      }
      present.set(key, kept)
      return kept.made
    })
    this.#kept.set(kind, present)
    return { ...grid, made }
  }

  /** Nobody reads the grid without comparison brands any more. */
  #forget(db: Database): void {
    this.#kept.delete('own_weeks')
    removeGrid(db, 'own_weeks')
  }
}
