import type { View } from '../view.ts'
import { message } from './failure.ts'

/** What stands in place of a page for somebody who sees no brand: none has come yet, or nobody gave them one. */
export function nothingYet({ text, session }: View): HTMLElement {
  const seesAll = session.person.allBrands || session.person.role === 'administrator'
  return message(text('empty.title'), text(seesAll ? 'empty.text' : 'empty.noBrands'), null)
}
