import { withinTime } from '../within-time.ts'

/** Drawing takes a second; questions that are worked out anew take longer, and the server gives up after a minute. */
const LONGEST_MS = 70_000

/** The server has enough to draw already. */
export class BusyError extends Error {
  override name = 'BusyError'
}

/**
 * Fetches a document that the server draws.
 * @param path under `/api/v1/pdf/`, with its choices
 * @throws BusyError when it may be asked for again in a moment
 */
export async function pdfFile(path: string): Promise<{ blob: Blob; name: string }> {
  return withinTime(LONGEST_MS, undefined, async (signal) => {
    const response = await fetch(`/api/v1/pdf/${path}`, {
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
    })
    if (response.status === 429 || response.status === 503) throw new BusyError('the server is busy')
    if (!response.ok) throw new Error(`the server answered ${response.status}`)
    return { blob: await response.blob(), name: nameIn(response.headers.get('content-disposition') ?? '') }
  })
}

/** The name with all its letters, as the server gave it. @example nameIn("attachment; filename*=UTF-8''a%20b.pdf") // 'a b.pdf' */
export function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded === undefined ? 'cutover.pdf' : decodeURIComponent(encoded)
}
