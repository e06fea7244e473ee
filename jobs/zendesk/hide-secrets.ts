const HIDDEN = '[hidden]'
/** No credential is shorter; a shorter text would blot out parts of words. */
const SHORTEST = 4

/** What may be a secret or a person, wherever it stands: pairs after a scheme, addresses, queries, long random words. */
const suspicious: readonly [RegExp, string][] = [
  [/\b(bearer|basic)\s+(?=[^\s"']*[\d=/_.-])[^\s"'<>,;]{6,}/gi, `$1 ${HIDDEN}`],
  [/\b(token|secret|key|password)\s*[:=]\s*["']?[^\s"'<>,;]{4,}/gi, `$1 ${HIDDEN}`],
  [/[^\s"'<>@,;:()]+@[^\s"'<>@,;:()]+/g, HIDDEN],
  [/\?[^\s"'<>]*=[^\s"'<>]*/g, `?${HIDDEN}`],
  [/\b(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])[\w+/=-]{20,}/gi, HIDDEN],
]

/**
 * A foreign text without anything secret in it: an error body may send back what was sent. `known` are the secrets in
 * use, which are taken out in every form they travel in.
 */
export function hideSecrets(text: string, known: readonly string[]): string {
  const forms = known.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ])
  const longestFirst = [...new Set(forms)]
    .filter((form) => form.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
  const withoutKnown = longestFirst.reduce((rest, form) => rest.replaceAll(form, HIDDEN), text)
  return suspicious.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), withoutKnown)
}
