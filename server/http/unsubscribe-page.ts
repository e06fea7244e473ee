import type { Subscription } from '../report/delivery/unsubscribe-link.ts'
import { html, renderHtml } from '../text/html.ts'
import { unsubscribeEn } from '../text/messages/unsubscribe-en.ts'
import { unsubscribeKo } from '../text/messages/unsubscribe-ko.ts'

/** A page that works in any browser, without a script: for people who never sign in. `named` null: the link is not valid. */
export function unsubscribePage(
  named: (Subscription & { schedule: string }) | null,
  { token, isStopped }: { token: string; isStopped: boolean },
): string {
  if (named === null) return invalidPage()
  const { language, schedule, address } = named
  const messages = language === 'ko' ? unsubscribeKo : unsubscribeEn
  const { title, text, button } = isStopped ? messages.stopped : messages.ask
  const action = `/unsubscribe/${encodeURIComponent(token)}${isStopped ? '/undo' : ''}`
  return page(language, title, [
    html`<p>${text(schedule, address)}</p>`,
    html`<form method="post" action="${action}"><button type="submit">${button}</button></form>`,
  ])
}

/** Nobody knows whose it was: in both languages. */
function invalidPage(): string {
  const [ko, en] = [unsubscribeKo.invalid, unsubscribeEn.invalid]
  return page('ko', ko.title, [
    html`<p>${ko.text}</p>`,
    html`<div lang="en">
      <h2>${en.title}</h2>
      <p>${en.text}</p>
    </div>`,
  ])
}

function page(language: string, title: string, content: ReturnType<typeof html>[]): string {
  return renderHtml(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>${title} · Cutover</title>
          <link rel="icon" href="/favicon.svg" />
          <link rel="stylesheet" href="/plain-page.css" />
        </head>
        <body>
          <main>
            <p class="product">Cutover</p>
            <h1>${title}</h1>
            ${content}
          </main>
        </body>
      </html>`,
  )
}
