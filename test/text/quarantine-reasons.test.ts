import { expect, it } from 'vitest'
import { quarantineReason } from '../../server/text/quarantine-reasons.ts'

it.each([
  ['is not number', '숫자가 아닙니다'],
  ['is not object', '항목 묶음이 아닙니다'],
  ['is missing', '값이 없습니다'],
  ['is not JSON', 'JSON 형식이 아닙니다'],
  ['is not a teapot', 'is not a teapot'],
])('a row put aside because it %s is told so in Korean', (reason, korean) => {
  expect(quarantineReason(reason, 'ko')).toBe(korean)
  expect(quarantineReason(reason, 'en')).toBe(reason)
})
