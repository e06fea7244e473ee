import type { Language } from '../../contract.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { textIn } from '../../text/catalogue.ts'
import { html } from '../../text/html.ts'
import type { Html } from '../../text/html.ts'
import type { AlertMailMessages } from '../../text/messages/alert-mail-en.ts'
import { alertMailEn } from '../../text/messages/alert-mail-en.ts'
import { alertMailKo } from '../../text/messages/alert-mail-ko.ts'
import { linksTo } from '../links.ts'
import { block, link, withoutIndentation } from '../mail-blocks.ts'
import { mailPage } from '../mail-page.ts'
import { colours, tones } from '../mail-style.ts'
import { formatMoment } from '../wording.ts'
import type { AlertItem, ToldItem } from './alert-item.ts'
import { alertItems } from './alert-item.ts'

/** More than these are counted, not listed: nobody reads a list of two hundred. */
const MOST_LISTED = 20

export type AlertReader = {
  language: Language
  name: string
  zone: string
  publicUrl: string
  unsubscribe: string
}
export type RenderedAlerts = { subject: string; html: string; text: string }

export function alertMessages(language: Language): AlertMailMessages {
  return language === 'ko' ? alertMailKo : alertMailEn
}

/** The mail that tells alerts, HTML and plain text from the same words; the subject says the first of them. */
export function renderAlerts(told: readonly ToldItem[], reader: AlertReader): RenderedAlerts {
  const { language, publicUrl } = reader
  const messages = alertMessages(language)
  const links = linksTo(publicUrl, language)
  const words = { text: textIn(language), language, metricOf }
  const items = alertItems(told, { words, links, messages })
  const isOver = items.every(({ kind }) => kind === 'over')
  const subject = (isOver ? messages.subjectOver : messages.subject)(items[0].title, items.length - 1)
  const page = { items, reader, messages, subject, alerts: `${publicUrl}/alerts?lang=${language}` }
  return { subject: subject.replace(/\s+/g, ' '), text: asText(page), html: asHtml(page) }
}

type Page = {
  items: readonly AlertItem[]
  reader: AlertReader
  messages: AlertMailMessages
  subject: string
  alerts: string
}

function asText({ items, reader, messages, alerts }: Page): string {
  const { language, zone, name, unsubscribe } = reader
  const parts = items
    .slice(0, MOST_LISTED)
    .map((item) =>
      [
        `${item.mark} ${messages.kinds[item.kind]}: ${item.title}`,
        item.detail,
        item.advice,
        `${messages.noticed(formatMoment(new Date(item.at).toISOString(), zone, language))} ${messages.ofRule(item.rule, item.owner)}`,
        `${item.link.name}: ${item.link.address}`,
      ]
        .filter((line) => line !== null)
        .join('\n'),
    )
  return `${[
    `Cutover · ${messages.name}`,
    messages.heading(items.length),
    ...parts,
    ...(items.length > MOST_LISTED ? [messages.more(items.length - MOST_LISTED)] : []),
    messages.closing,
    [`${messages.alerts}: ${alerts}`, `${messages.unsubscribe}: ${unsubscribe}`].join('\n'),
    messages.sentTo(name, zone),
  ].join('\n\n')}\n`
}

function asHtml(page: Page): string {
  const { items, reader, messages, subject, alerts } = page
  return withoutIndentation(
    mailPage({
      language: reader.language,
      title: subject,
      rows: html`${headRow(page)} ${items.slice(0, MOST_LISTED).map((item) => itemRow(item, page))}
        ${items.length > MOST_LISTED && block(html`<p class="text" style="margin:0;font-size:14px;line-height:21px;color:${colours.text}">${messages.more(items.length - MOST_LISTED)}</p>`)}
        <tr>
          <td class="pad line" style="padding:14px 24px 24px;border-top:1px solid ${colours.line}">
            <p class="muted" style="margin:0;font-size:12px;line-height:18px;color:${colours.muted}">
              ${messages.closing} ${messages.sentTo(reader.name, reader.zone)}
            </p>
            <p style="margin:10px 0 0;font-size:14px;line-height:20px">
              ${link(messages.alerts, alerts)} · ${link(messages.unsubscribe, reader.unsubscribe)}
            </p>
          </td>
        </tr>`,
    }),
  )
}

function headRow({ items, messages, alerts }: Page): Html {
  return html`<tr>
    <td class="pad" style="padding:24px 24px 14px">
      <p class="muted" style="margin:0 0 10px;font-size:13px;line-height:18px;color:${colours.muted}">
        <a class="link" href="${alerts}" style="color:${colours.link};text-decoration:none;font-weight:bold"
          >Cutover</a
        >
        · ${messages.name}
      </p>
      <h1
        class="text head"
        style="margin:0;font-size:21px;line-height:1.4;font-weight:bold;color:${colours.text}"
      >
        ${items.length === 1 ? items[0].title : messages.heading(items.length)}
      </h1>
    </td>
  </tr>`
}

function itemRow(item: AlertItem, { items, reader, messages }: Page): Html {
  const tone = tones[item.tone]
  const text = `margin:0 0 6px;font-size:14px;line-height:21px;color:${colours.text}`
  const moment = formatMoment(new Date(item.at).toISOString(), reader.zone, reader.language)
  return block(
    html`<p style="margin:0 0 6px;font-size:13px;line-height:24px">
        <span
          class="${item.tone}"
          style="padding:3px 8px;color:${tone.text};background-color:${tone.back};white-space:nowrap"
          >${item.mark} ${messages.kinds[item.kind]}</span
        >
      </p>
      ${items.length > 1 && html`<h2 class="text" style="margin:0 0 6px;font-size:16px;line-height:23px;color:${colours.text}">${item.title}</h2>`}
      ${item.detail && html`<p class="text" style="${text}">${item.detail}</p>`}
      ${item.advice && html`<p class="text" style="${text}">${item.advice}</p>`}
      <p style="margin:0 0 6px;font-size:14px;line-height:21px;font-weight:bold">
        ${link(item.link.name, item.link.address)}
      </p>
      <p class="muted" style="margin:0;font-size:12px;line-height:18px;color:${colours.muted}">
        ${messages.noticed(moment)} ${messages.ofRule(item.rule, item.owner)}
      </p>`,
  )
}
