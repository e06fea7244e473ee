import type { Page } from './page.ts'
import { skeleton } from './parts/skeleton.ts'

type Fetched<Answer> = { page: Page<Answer>; answer: Answer }

/** A page whose code is fetched when somebody opens it: the first page of the product need not carry it. */
export function lazyPage<Answer>(fetchPage: () => Promise<Page<Answer>>): Page<Fetched<Answer>> {
  return {
    skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'table']),
    async load(view, signal) {
      const page = await fetchPage()
      return { page, answer: await page.load(view, signal) }
    },
    title: (view, { page, answer }) => page.title(view, answer),
    draw: (view, { page, answer }) => page.draw(view, answer),
    refreshAfter: ({ page, answer }) => page.refreshAfter(answer),
  }
}
