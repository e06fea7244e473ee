import { describe, expect, it } from 'vitest'
import { withParticle } from '../../server/text/korean-particle.ts'

describe('a particle', () => {
  it('follows the last consonant', () => {
    expect(withParticle('첫 응답 시간', '이/가')).toBe('첫 응답 시간이')
    expect(withParticle('무응답률', '은/는')).toBe('무응답률은')
    expect(withParticle('문의량', '을/를')).toBe('문의량을')
    expect(withParticle('한빛서점', '과/와')).toBe('한빛서점과')
  })

  it('follows the last vowel', () => {
    expect(withParticle('고객 만족도', '이/가')).toBe('고객 만족도가')
    expect(withParticle('10초', '은/는')).toBe('10초는')
    expect(withParticle('미래아웃도어', '과/와')).toBe('미래아웃도어와')
  })

  it('으로 becomes 로 after a vowel and after ㄹ', () => {
    expect(withParticle('메시징', '으로/로')).toBe('메시징으로')
    expect(withParticle('채널', '으로/로')).toBe('채널로')
    expect(withParticle('설문 조사', '으로/로')).toBe('설문 조사로')
    expect(withParticle('5월 1', '으로/로')).toBe('5월 1로')
  })

  it('listens to the word before a bracket or a quotation mark', () => {
    expect(withParticle('고객 만족도(CSAT)', '이/가')).toBe('고객 만족도(CSAT)가')
    expect(withParticle('‘무응답률’', '을/를')).toBe('‘무응답률’을')
  })

  it('follows digits as they are read', () => {
    expect(withParticle('3', '이/가')).toBe('3이')
    expect(withParticle('5', '이/가')).toBe('5가')
    expect(withParticle('10', '은/는')).toBe('10은')
  })

  it('follows per cent and points as they are read', () => {
    expect(withParticle('10%', '이/가')).toBe('10%가')
    expect(withParticle('88.1%', '을/를')).toBe('88.1%를')
    expect(withParticle('2%p', '은/는')).toBe('2%p는')
  })

  it('is written in both forms where the sound is unknown', () => {
    expect(withParticle('Acme', '이/가')).toBe('Acme이(가)')
    expect(withParticle('Acme', '은/는')).toBe('Acme은(는)')
    expect(withParticle('Acme', '을/를')).toBe('Acme을(를)')
    expect(withParticle('Acme', '과/와')).toBe('Acme과(와)')
    expect(withParticle('Acme', '으로/로')).toBe('Acme(으)로')
  })
})
