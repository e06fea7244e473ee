import type { Page } from '../page.ts'
import { el } from '../dom.ts'
import { message } from '../parts/failure.ts'

const A_DAY_SECONDS = 86_400

/** An address that leads nowhere. */
export const unknownPage: Page<unknown> = {
  skeleton: () => [],
  load: async () => null,
  title: (view) => view.text('missing.title'),
  draw: ({ text, link }) => ({
    nodes: [
      message(
        text('missing.title'),
        text('missing.text'),
        el('a', { class: 'button', href: link('/') }, text('access.back')),
      ),
    ],
  }),
  refreshAfter: () => A_DAY_SECONDS,
}
