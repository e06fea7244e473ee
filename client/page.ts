import type { View } from './view.ts'

export type Drawing = {
  nodes: Node[]
  /** Called once the nodes are on the page; returns what must be undone before they leave it. */
  shown?: () => () => void
}

/** A page is one question to the server and one drawing of its answer. */
export type Page<Answer> = {
  skeleton(view: View): Node[]
  load(view: View, signal: AbortSignal): Promise<Answer>
  title(view: View, answer: Answer): string
  draw(view: View, answer: Answer): Drawing
  /** Seconds after which the answer is asked for again. */
  refreshAfter(answer: Answer): number
  /** Where the server tells new answers by itself; asking again is then only for when it does not. */
  events?: string
}
