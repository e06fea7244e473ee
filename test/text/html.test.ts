import { describe, expect, it } from 'vitest'
import type { Interpolation } from '../../server/text/html.ts'
import { escapeHtml, html, renderHtml } from '../../server/text/html.ts'

describe('html', () => {
  it('keeps what the template says', () => {
    expect(written(html`<p class="a">b</p>`)).toBe('<p class="a">b</p>')
  })

  it('escapes text', () => {
    expect(written(html`<p>${'<script>alert("1") & \'2\'</script>'}</p>`)).toBe(
      '<p>&lt;script&gt;alert(&quot;1&quot;) &amp; &#39;2&#39;&lt;/script&gt;</p>',
    )
  })

  it('escapes an attribute so that it cannot be left', () => {
    expect(written(html`<a href="${'x" onclick="y'}">z</a>`)).toBe('<a href="x&quot; onclick=&quot;y">z</a>')
  })

  it('escapes an entity once', () => {
    expect(written(html`${'&amp;'}`)).toBe('&amp;amp;')
  })

  it('does not escape html again', () => {
    expect(written(html`<p>${html`<b>${'a & b'}</b>`}</p>`)).toBe('<p><b>a &amp; b</b></p>')
  })

  it('joins arrays without anything between, however deep', () => {
    const rows = [html`<i>1</i>`, ['<', [html`<i>2</i>`]]]

    expect(written(html`<p>${rows}</p>`)).toBe('<p><i>1</i>&lt;<i>2</i></p>')
  })

  it('lets null, undefined and false disappear', () => {
    expect(written(html`a${null}b${undefined}c${false}d`)).toBe('abcd')
  })

  it('shows zero', () => {
    expect(written(html`${0}`)).toBe('0')
  })

  it('writes numbers as they are', () => {
    expect(written(html`${-1.5}`)).toBe('-1.5')
  })

  it('has one loud way out', () => {
    expect(written(html`<p>${html.unsafe('<br>')}</p>`)).toBe('<p><br></p>')
  })

  it('does not take an object from JSON for html', () => {
    const forged: Interpolation = JSON.parse('{"html":"<script>"}')

    expect(written(html`${forged}`)).not.toContain('<script>')
  })

  it('keeps the letters of every language', () => {
    expect(escapeHtml('고객 만족도 −12.0%p “일주일”')).toBe('고객 만족도 −12.0%p “일주일”')
  })
})

function written(piece: ReturnType<typeof html>): string {
  return renderHtml(piece)
}
