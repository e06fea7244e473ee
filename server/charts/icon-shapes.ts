/** A shape of an icon of 16 by 16. */
export type Shape = { tag: 'path' | 'circle'; attributes: Record<string, string | number> }

const line = (d: string): Shape => ({ tag: 'path', attributes: { d, class: 'stroke' } })
const area = (d: string): Shape => ({ tag: 'path', attributes: { d, class: 'fill' } })
const cut = (d: string): Shape => ({ tag: 'path', attributes: { d, class: 'cut' } })
const ring = (dashes?: string): Shape => ({
  tag: 'circle',
  attributes: { cx: 8, cy: 8, r: 6.25, class: 'stroke', ...(dashes ? { 'stroke-dasharray': dashes } : {}) },
})

/** Every shape differs in outline, so that each can be told from the others without colour. */
export const icons = {
  improved: [
    { tag: 'circle', attributes: { cx: 8, cy: 8, r: 7.5, class: 'fill' } },
    cut('M4.6 8.3l2.4 2.4 4.4-5'),
  ],
  worse: [area('M8 .8l7.6 13.7H.4z'), cut('M8 5.6v4M8 11.9v.3')],
  higher: [area('M8 1.2l6 6.6h-3.7v7H5.7v-7H2z')],
  lower: [area('M8 14.8l6-6.6h-3.7v-7H5.7v7H2z')],
  no_clear_change: [line('M2 6.3c2-2 4-2 6 0s4 2 6 0M2 11c2-2 4-2 6 0s4 2 6 0')],
  not_enough_data: [ring('2.6 2.3'), line('M8 4.8V8l2.2 1.5')],
  not_comparable: [ring(), line('M3.6 12.4l8.8-8.8')],
  not_moved: [ring()],
  arrow: [line('M2.5 8h10.5M9.2 4.2L13 8l-3.8 3.8')],
  back: [line('M13.5 8H3M6.8 4.2L3 8l3.8 3.8')],
  warning: [line('M8 1.8l6.8 12.2H1.2z'), line('M8 6.3v3.5M8 11.9v.2')],
  clock: [ring(), line('M8 4.5V8l2.4 1.6')],
  check: [line('M3 8.5l3.3 3.3L13 4.8')],
  flag: [line('M8 1.5v13'), line('M1.5 5.5H6M10 10.5h4.5')],
} satisfies Record<string, Shape[]>
