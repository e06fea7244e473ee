import type { ComparisonState } from '../contract.ts'

/**
 * Colours of the mail. Each is written inline for the light scheme; the classes repeat them for readers
 * whose mail program shows a dark one. No pure white or black: programs that invert colours leave these alone.
 */
export const colours = {
  page: '#f1f2ee',
  card: '#fcfcfa',
  text: '#1d232b',
  muted: '#59626d',
  line: '#dfe2dc',
  link: '#1a56b0',
  warning: '#fdf3dc',
}

type Tone = { text: string; back: string; darkText: string; darkBack: string }
const calm: Tone = { text: '#4a535e', back: '#eceee9', darkText: '#c3cad3', darkBack: '#2d333b' }
const plain: Tone = { text: '#1a4f93', back: '#e4edf8', darkText: '#9cc3f5', darkBack: '#1d3250' }

export const tones: Record<ComparisonState, Tone> = {
  improved: { text: '#12633a', back: '#dff2e5', darkText: '#86dba8', darkBack: '#153a26' },
  worse: { text: '#9c2b1f', back: '#fbe4e0', darkText: '#ffab9f', darkBack: '#4b1d18' },
  higher: plain,
  lower: plain,
  no_clear_change: calm,
  not_enough_data: calm,
  not_comparable: calm,
}

export const fontStack =
  "-apple-system,BlinkMacSystemFont,'Segoe UI','Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',Roboto,Helvetica,Arial,sans-serif"

/** Rules that cannot stand inline: the dark scheme and narrow screens. */
export const styleSheet = [
  'body{margin:0;padding:0;-webkit-text-size-adjust:100%}',
  'table{border-collapse:collapse}',
  '@media (max-width:520px){',
  '.pad{padding-left:14px!important;padding-right:14px!important}.head{font-size:18px!important}',
  // A table of four columns does not fit: each figure becomes a block, its columns named by labels.
  '.figures thead{display:none}.figures tr,.figures .cell{display:block;width:auto!important}',
  `.figures tr{padding:9px 0;border-top:1px solid ${colours.line}}`,
  '.figures .cell{border:0!important;padding:1px 0!important}.figures th{font-weight:bold!important}',
  ".label{display:inline!important}.gap{display:none}.part::before{content:' · '}",
  '}',
  '@media (prefers-color-scheme:dark){',
  ...darkRules(''),
  '}',
  // Outlook on the web and on phones changes colours itself, and marks what it changed: these are then ours again.
  ...darkRules('[data-ogsc] '),
  ...darkRules('[data-ogsb] '),
].join('')

/** @param within which elements only; a selector before each of ours */
function darkRules(within: string): string[] {
  const rule = (name: string, style: string) => `${within}.${name}{${style}}`
  return [
    rule('page', 'background-color:#14171b!important'),
    rule('card', 'background-color:#1d2126!important'),
    rule('text', 'color:#e6e9ed!important'),
    rule('muted', 'color:#a5aeb9!important'),
    rule('line', 'border-color:#363d46!important'),
    rule('link', 'color:#8fbcf7!important'),
    rule('warning', 'background-color:#3a3018!important'),
    ...Object.entries(tones).map(([state, tone]) =>
      rule(state, `color:${tone.darkText}!important;background-color:${tone.darkBack}!important`),
    ),
  ]
}
