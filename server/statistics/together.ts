/** Several lists one after the other. */
export function together(lists: readonly ArrayLike<number>[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0))
  let start = 0
  for (const list of lists) {
    all.set(list, start)
    start += list.length
  }
  return all
}
