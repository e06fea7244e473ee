/** Works something out when it is first asked for, and keeps it. */
export function once<Value>(find: () => Value): () => Value {
  let found: { value: Value } | null = null
  return () => (found ??= { value: find() }).value
}
