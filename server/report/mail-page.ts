import type { Language } from '../contract.ts'
import type { Html } from '../text/html.ts'
import { html } from '../text/html.ts'
import { colours, fontStack, styleSheet } from './mail-style.ts'

/** Widest that Outlook's reading pane shows without scrolling. */
const WIDTH = 640
/** Outlook then takes a pixel for a pixel on dense screens. */
const outlookSettings =
  '<!--[if mso]><xml xmlns:o="urn:schemas-microsoft-com:office:office"><o:OfficeDocumentSettings>' +
  '<o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->'

/**
 * What stands around the rows of every mail: a table layout with inline styles, the only thing every mail program draws
 * alike.
 */
export function mailPage({ language, title, rows }: { language: Language; title: string; rows: Html }): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no" />
        ${html.unsafe(outlookSettings)}
        <title>${title}</title>
        <style>
          ${html.unsafe(styleSheet)}
        </style>
      </head>
      <body class="page" style="margin:0;padding:0;background-color:${colours.page}">
        <table
          role="presentation"
          class="page"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          border="0"
          bgcolor="${colours.page}"
          style="background-color:${colours.page}"
        >
          <tr>
            <td align="center" style="padding:16px 0">
              <!--[if mso]><table role="presentation" width="${WIDTH}" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
              <table
                role="presentation"
                class="card"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                bgcolor="${colours.card}"
                style="max-width:${WIDTH}px;background-color:${colours.card};font-family:${fontStack};word-break:keep-all;overflow-wrap:break-word"
              >
                ${rows}
              </table>
              <!--[if mso]></td></tr></table><![endif]-->
            </td>
          </tr>
        </table>
      </body>
    </html> `
}
