/** What of the page of alerts an address asks for. `wrong`: what of it could not be understood. */
export type AlertPlace = {
  edit: number | 'new' | null
  history: number | null
  wrong: string | null
}

/** @example alertPlace(new URLSearchParams('edit=3')) // { edit: 3, history: null, wrong: null } */
export function alertPlace(query: URLSearchParams): AlertPlace {
  const edit = query.get('edit')
  const history = query.get('history')
  const isNumber = (text: string | null): text is string => text !== null && /^\d{1,15}$/.test(text)
  const isWrong =
    (edit !== null && edit !== 'new' && !isNumber(edit)) || (history !== null && !isNumber(history))
  return {
    edit: edit === 'new' ? 'new' : isNumber(edit) ? Number(edit) : null,
    history: isNumber(history) ? Number(history) : null,
    wrong: isWrong ? (edit ?? history) : null,
  }
}

/** @example alertPath({ edit: 'new' }) // '/alerts?edit=new' */
export function alertPath({ edit = null, history = null }: Partial<AlertPlace> = {}): string {
  const query = new URLSearchParams({
    ...(edit !== null && { edit: String(edit) }),
    ...(history !== null && { history: String(history) }),
  })
  return query.size === 0 ? '/alerts' : `/alerts?${query.toString()}`
}
