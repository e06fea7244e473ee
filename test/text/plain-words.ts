import type { Bilingual } from '../../server/contract.ts'

const jargonInEnglish =
  /p-value|significan|confidence interval|hypothesis|standard (error|deviation)|counterfactual|placebo|regression|autocorrel|percentile|\bnull\b|undefined|NaN/i
const jargonInKorean =
  /유의|p값|신뢰 ?구간|귀무|가설|표준 ?오차|표준 ?편차|회귀|플라시보|위약|undefined|null|NaN/
/** Words a person may read in Korean though they are written in Latin letters. */
const namesInKorean = /Zendesk|Cutover|CSAT|Mirae|Hanbit|Saebom|Shop 24|Acme|Kim's|→|%p|[ABCD](?=를|까지|$)/g

/** What is wrong with a text as a sentence for a manager; nothing if it is fine. */
export function faultsOf({ en, ko }: Bilingual): string[] {
  const faults = [
    /[.?]$/.test(en) ? '' : `does not end: ${en}`,
    /(다|오|까)[.?]$/.test(ko) ? '' : `does not end politely: ${ko}`,
    /^[\p{Lu}\p{N}\p{Script=Hangul}]/u.test(en) ? '' : `does not begin with a capital: ${en}`,
    jargonInEnglish.test(en) ? `jargon: ${en}` : '',
    jargonInKorean.test(ko) ? `jargon: ${ko}` : '',
    / {2}|\s[.,;]|\.\.|\(\)|\( | \)/.test(`${en}|${ko}`) ? `typography: ${en} | ${ko}` : '',
    /[a-z]{2,}/i.test(ko.replace(namesInKorean, '')) ? `English in Korean: ${ko}` : '',
    /(이다|한다|했다|된다)\./.test(ko) ? `not 합쇼체: ${ko}` : '',
    /[가-힣] \(/.test(ko) ? `gap before a bracket: ${ko}` : '',
    /챗봇|상담사/.test(ko) ? `another word than 봇 and 상담원: ${ko}` : '',
  ]
  return faults.filter((fault) => fault !== '')
}
