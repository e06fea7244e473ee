/** A whole number of 0 or more, thousands parted by comma, point, space or apostrophe; null for anything else. */
export function readWhole(text: string): number | null {
  const plain = text
    .trim()
    .replace(/(건|개|명|회)$/, '')
    .trim()
  const grouped = /^\d{1,3}([,.'’\s\u00a0\u202f]\d{3})+$/.test(plain)
  const digits = grouped ? plain.replace(/\D/g, '') : plain.replace(/[.,]0+$/, '')
  if (!/^\d{1,15}$/.test(digits)) return null
  return Number(digits)
}

/** Seconds: a number (decimal point or comma), `hh:mm:ss`, or spelled out as `1h 2m 3s` or `1시간 2분 3초`. */
export function readSeconds(text: string): number | null {
  const plain = text.trim().toLowerCase()
  const clock = /^(?:(\d+)d\s*|(\d+)일\s*)?(\d+):([0-5]?\d):([0-5]?\d(?:[.,]\d+)?)$/.exec(plain)
  if (clock) {
    const days = Number(clock[1] ?? clock[2] ?? 0)
    return ((days * 24 + Number(clock[3])) * 60 + Number(clock[4])) * 60 + decimal(clock[5])
  }
  const spelled =
    /^(?:(\d+)\s*(?:d|days?|일))?\s*(?:(\d+)\s*(?:h|hrs?|hours?|시간))?\s*(?:(\d+)\s*(?:m|mins?|minutes?|분))?\s*(?:(\d+(?:[.,]\d+)?)\s*(?:s|secs?|seconds?|초))?$/.exec(
      plain,
    )
  if (spelled && plain !== '') {
    const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = spelled
    return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + decimal(seconds)
  }
  if (/^\d{1,3}([,'’\s\u00a0]\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replace(/[,'’\s\u00a0]/g, ''))
  return /^\d{1,12}([.,]\d{1,9})?$/.test(plain) ? decimal(plain) : null
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'))
}
