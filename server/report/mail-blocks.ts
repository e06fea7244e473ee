import type { Html } from '../text/html.ts'
import { html, renderHtml } from '../text/html.ts'
import { colours } from './mail-style.ts'

/** A row of the mail's card. */
export function block(content: Html): Html {
  return html`<tr>
    <td class="pad" style="padding:0 24px 26px">${content}</td>
  </tr>`
}

export function link(name: string, address: string): Html {
  return html`<a class="link" href="${address}" style="color:${colours.link}">${name}</a>`
}

/** Indentation is for whoever reads the source; a mail is better off small. */
export function withoutIndentation(piece: Html): string {
  return renderHtml(piece).replace(/\n[ \t]+/g, '\n')
}
