/** In which every page is drawn; heights are what a screen shows without scrolling. */
export const looks = [
  { name: 'ko-light', language: 'ko', scheme: 'light', width: 1440, height: 1100 },
  { name: 'en-dark', language: 'en', scheme: 'dark', width: 1440, height: 1100 },
  { name: 'ko-phone', language: 'ko', scheme: 'light', width: 360, height: 1200 },
] as const
export type Look = (typeof looks)[number]
