const markup = Symbol('html')

/** A piece of HTML that is safe to send: written by hand, or escaped on the way in. */
export type Html = { readonly [markup]: string }

/** What may stand in `${}`: text is escaped, arrays are joined, null, undefined and false disappear. */
export type Interpolation = Html | string | number | null | undefined | false | readonly Interpolation[]

/**
 * Builds HTML from a template; every interpolation is escaped unless it is Html already.
 * Attribute values must stand in double quotes.
 * @example renderHtml(html`<b title="${'"x"'}">${'a < b'}</b>`) // '<b title="&quot;x&quot;">a &lt; b</b>'
 */
export function html(literals: TemplateStringsArray, ...interpolations: Interpolation[]): Html {
  let text = literals[0]
  interpolations.forEach((interpolation, i) => {
    text += markupOf(interpolation) + literals[i + 1]
  })
  return { [markup]: text }
}

/** Takes text as HTML without escaping: only for what this program wrote itself. */
html.unsafe = function unsafe(trusted: string): Html {
  return { [markup]: trusted }
}

/** The finished text of a piece of HTML. */
export function renderHtml(piece: Html): string {
  return piece[markup]
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** @example escapeHtml('Tom & "Jerry"') // 'Tom &amp; &quot;Jerry&quot;' */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character])
}

function markupOf(interpolation: Interpolation): string {
  if (interpolation === null || interpolation === undefined || interpolation === false) return ''
  if (typeof interpolation === 'string') return escapeHtml(interpolation)
  if (typeof interpolation === 'number') return String(interpolation)
  if (isList(interpolation)) return interpolation.map(markupOf).join('')
  return interpolation[markup]
}

function isList(interpolation: Html | readonly Interpolation[]): interpolation is readonly Interpolation[] {
  return Array.isArray(interpolation)
}
