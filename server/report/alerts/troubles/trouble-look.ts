import type { AlertFacts, DataTrouble } from '../../../contract-alert.ts'
import type { Look } from '../look.ts'

type DataFacts = AlertFacts & { kind: 'data' }

/** A look at something of the whole account; all that is not told stands for nothing known. */
export function troubleLook(
  trouble: DataTrouble,
  {
    name = null,
    key = name,
    isOn,
    isOver = !isOn,
    since = null,
    count = null,
    words = null,
    least = null,
  }: Partial<Omit<DataFacts, 'since'>> & {
    /** What tells it apart from others of its kind; its name unless told. */
    key?: string | null
    isOn: boolean | null
    isOver?: boolean
    since?: number | null
    least?: Look['least']
  },
): Look {
  return {
    subject: key === null ? trouble : `${trouble} ${key}`,
    brandId: null,
    basis: trouble,
    isOn,
    isOver,
    arms: false,
    needsArming: false,
    said: isOn === true ? 'trouble' : 'well',
    since,
    least,
    facts: {
      kind: 'data',
      trouble,
      name,
      count,
      since: since === null ? null : new Date(since).toISOString(),
      words,
    },
  }
}
