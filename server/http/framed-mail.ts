import type { Response } from 'express'

/**
 * A mail in a frame of our own pages: its styles stand in it and its pictures come with it, nothing is fetched, nothing
 * runs, and it may be framed by us alone.
 */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

/** Sends the HTML of a mail; its links open pages of their own, as in a mail program. */
export function sendFramedMail(response: Response, html: string): void {
  response
    .status(200)
    .set('Content-Security-Policy', POLICY)
    .set('X-Frame-Options', 'SAMEORIGIN')
    .set('Cache-Control', 'private, no-store')
    .type('text/html')
    .send(withLinksOutside(html))
}

export type MailPicture = { cid: string; contentType: string; content: Buffer }

/** Puts the pictures that come with a mail into its HTML. */
export function withPicturesWithin(html: string, pictures: readonly MailPicture[]): string {
  return pictures.reduce(
    (shown, { cid, contentType, content }) =>
      shown.replaceAll(`cid:${cid}`, () => `data:${contentType};base64,${content.toString('base64')}`),
    html,
  )
}

function withLinksOutside(html: string): string {
  const base = '<base target="_blank">'
  const head = /<head(\s[^>]*)?>/i.exec(html)
  if (head === null) return base + html
  const end = head.index + head[0].length
  return html.slice(0, end) + base + html.slice(end)
}
