import { isObject, plainKey } from './bot-export-file.ts'

/**
 * Stars of the bot's own survey, 1…5, in a conversation's session data: an object, the same as text, or a list of
 * keys and values. The first of the keys that holds stars counts; nothing else of the data is looked at.
 */
export function surveyStarsOf(data: unknown, keys: readonly string[]): number | null {
  const values = valuesOf(typeof data === 'string' ? parseJson(data) : data)
  for (const key of keys) {
    const stars = starsOf(values.get(plainKey(key)))
    if (stars !== null) return stars
  }
  return null
}

function valuesOf(data: unknown): Map<string, unknown> {
  if (Array.isArray(data)) return new Map(data.flatMap(pairOf))
  return isObject(data)
    ? new Map(Object.entries(data).map(([key, value]) => [plainKey(key), value]))
    : new Map()
}

function pairOf(item: unknown): [string, unknown][] {
  if (!isObject(item)) return []
  const fields = new Map(Object.entries(item).map(([key, value]) => [plainKey(key), value]))
  const key: unknown = fields.get('key') ?? fields.get('name')
  return typeof key === 'string' ? [[plainKey(key), fields.get('value')]] : []
}

function starsOf(value: unknown): number | null {
  const inner: unknown = isObject(value) && 'value' in value ? value.value : value
  const number = typeof inner === 'string' && inner.trim() !== '' ? Number(inner) : inner
  return typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= 5 ? number : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
