import type { Language } from '../contract.ts'

const kindsInKorean: Readonly<Record<string, string>> = {
  string: '글자가 아닙니다',
  number: '숫자가 아닙니다',
  int: '정수가 아닙니다',
  boolean: '예 또는 아니요가 아닙니다',
  array: '목록이 아닙니다',
  object: '항목 묶음이 아닙니다',
  record: '항목 묶음이 아닙니다',
}

const reasonsInKorean: Readonly<Record<string, string>> = {
  'is missing': '값이 없습니다',
  'is not a date': '날짜가 아닙니다',
  'is not a day': '날짜가 아닙니다',
  'is not an instant': '날짜와 시각이 아닙니다',
  'is not yes or no': '예 또는 아니요가 아닙니다',
  'is not a count': '0 이상의 정수가 아닙니다',
  'is not JSON': 'JSON 형식이 아닙니다',
  'invalid format': '형식이 다릅니다',
  'invalid value': '정해진 값이 아닙니다',
  'the file is cut off, or not JSON': '파일이 중간에 끊겼거나 JSON 형식이 아닙니다',
  'the file is in a form this version does not know': '이 버전이 모르는 형식의 파일입니다',
  'the signed address is refused, a new one too': '새로 받은 주소까지 거부되어 파일을 받지 못했습니다',
  'invalid union': '알려진 형태가 아닙니다',
  'too small': '너무 작거나 짧습니다',
  'too big': '너무 크거나 깁니다',
  'the messages cannot be read, or are in a form this version does not know':
    '메시지를 읽을 수 없거나 이 버전이 모르는 형식입니다',
}

/** Why a row was put aside, in the reader's language; a reason nobody has put into words yet stays as it is. */
export function quarantineReason(reason: string, language: Language): string {
  if (language !== 'ko') return reason
  const kind = /^is not (\w+)$/.exec(reason)?.[1] ?? ''
  return inKorean(kindsInKorean, kind) ?? inKorean(reasonsInKorean, reason) ?? reason
}

function inKorean(words: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(words, key) ? words[key] : null
}
