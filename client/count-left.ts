import type { Api } from './api.ts'

/** How many conversations a page is narrowed to; null where it is not narrowed, or nobody could count: the figures stand without it. */
export async function countLeft(
  api: Pick<Api, 'readConversations'>,
  narrowing: URLSearchParams,
  signal: AbortSignal,
  brandId: number | 'all' = 'all',
): Promise<number | null> {
  if (narrowing.size === 0) return null
  const list = new URLSearchParams([['brand', String(brandId)], ...narrowing, ['limit', '1']])
  try {
    return (await api.readConversations(list, signal)).total
  } catch {
    return null
  }
}
