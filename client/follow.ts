/** A connection the server closed for good is tried again this much later; until then the page asks by itself. */
const TRY_AGAIN_MS = 60_000

/**
 * Follows server-sent events while the page is in sight; a browser holds only few connections to one server.
 * `heard` gets each event's value; `changed` is told whether events come at present. Returns stop().
 */
export function follow(
  address: string,
  heard: (value: unknown) => void,
  changed: (isLive: boolean) => void,
): () => void {
  let source: EventSource | null = null
  let timer: number | undefined

  function open(): void {
    window.clearTimeout(timer)
    if (source || document.hidden) return
    source = new EventSource(address)
    source.addEventListener('open', () => changed(true))
    source.addEventListener('message', ({ data }: MessageEvent<string>) => heard(JSON.parse(data)))
    source.addEventListener('error', () => {
      changed(false)
      if (source?.readyState !== EventSource.CLOSED) return
      close()
      timer = window.setTimeout(open, TRY_AGAIN_MS)
    })
  }

  function close(): void {
    window.clearTimeout(timer)
    source?.close()
    source = null
  }

  function inSight(): void {
    if (!document.hidden) return open()
    close()
    changed(false)
  }

  document.addEventListener('visibilitychange', inSight)
  open()
  return () => {
    document.removeEventListener('visibilitychange', inSight)
    close()
  }
}
