/** Ends the work when the time is over or the caller wants it no longer; the answer's body counts too. */
export async function withinTime<Answer>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: (end: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  // Not AbortSignal.any with AbortSignal.timeout: engines have collected such a time-out before it came.
  const end = new AbortController()
  const stop = () => end.abort(signal?.reason)
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop)
  const timer = setTimeout(
    () => end.abort(new DOMException('No answer in time', 'TimeoutError')),
    milliseconds,
  )
  try {
    return await work(end.signal)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}
