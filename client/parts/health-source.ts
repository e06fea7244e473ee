import type { FigureSource } from '../downloads/figure-file.ts'
import type { View } from '../view.ts'

/** What the files of all tables about the data say alike. @param asOf ISO instant the table was drawn for */
export function healthSource(
  { text }: Pick<View, 'text'>,
  id: string,
  title: string,
  asOf: string,
): Omit<FigureSource, 'table'> {
  const subject = text('nav.dataHealth')
  return { id: `${id}-save`, subject, title, asOf, window: null, brands: [], metrics: [] }
}
