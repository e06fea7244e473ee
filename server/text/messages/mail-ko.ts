import { withParticle } from '../korean-particle.ts'
import type { ComparisonState, MetricKey, MetricKind } from '../../contract.ts'
import { restsOnRatings } from '../figure-words.ts'
import type { Clause, MailMessages } from './mail-en.ts'

const states: Record<ComparisonState, string> = {
  improved: '개선',
  worse: '악화',
  higher: '증가',
  lower: '감소',
  no_clear_change: '뚜렷한 변화 없음',
  not_enough_data: '데이터 부족',
  not_comparable: '비교 불가',
}

const shortNames: Partial<Record<MetricKey, string>> = {
  first_reply: '첫 응답 시간',
  unserved_rate: '무응답률',
  recontact_rate: '재문의율',
  csat: '고객 만족도(CSAT)',
  demand: '문의량',
  human_workload: '상담원 응대 대화 수',
}

/** The noun a subject line ends in, and the stem a sentence goes on from ('줄었' + '고' or '습니다'). */
type Movement = { noun: string; stem: string }
const shorter: Movement = { noun: '단축', stem: '짧아졌' }
const longer: Movement = { noun: '증가', stem: '길어졌' }
const risen: Movement = { noun: '상승', stem: '높아졌' }
const fallen: Movement = { noun: '하락', stem: '낮아졌' }
const more: Movement = { noun: '증가', stem: '늘었' }
const fewer: Movement = { noun: '감소', stem: '줄었' }

const movements: Record<MetricKind, { up: Movement; down: Movement }> = {
  duration: { up: longer, down: shorter },
  rate: { up: risen, down: fallen },
  count: { up: more, down: fewer },
  load: { up: more, down: fewer },
  money: { up: more, down: fewer },
}

export const mailKo: MailMessages = {
  states,
  countedNoun: (metric) => (restsOnRatings({ key: metric }) ? '평가' : '대화'),
  title: '주간 보고서',
  subject: (news, rest, week) =>
    `Cutover: ${news.map(subjectClause).join(', ')}${rest > 0 ? ` 외 ${rest}건` : ''}${weekPart(week)}`,
  subjectWithoutNews: (state, week) => `Cutover: ${state}${weekPart(week)}`,
  headline: (news, rest) =>
    `메시징 전환 이후 ${sentence(news)}${rest > 0 ? ` 이 밖에 ${rest}개 지표도 개선되거나 악화되었습니다.` : ''}`,
  quiet: {
    noneMoved: { subject: '전환한 브랜드 없음', sentence: '아직 메시징으로 전환한 브랜드가 없습니다.' },
    historyArriving: {
      subject: '과거 데이터 수집 중',
      sentence: '과거 데이터를 수집하고 있어 아직 판정할 수 없습니다.',
    },
    tooEarly: {
      subject: '전환 초기로 판정 보류',
      sentence: '전환 후 무엇이 달라졌는지 판단하기에는 아직 이릅니다.',
    },
    noClearChange: {
      subject: '뚜렷한 변화 없음',
      sentence: '메시징 전환 이후 뚜렷하게 개선되거나 악화된 지표가 없습니다.',
    },
  },
  notMovedBrands: (brands) => `미전환 브랜드 ${brands}개`,
  counts: (count, state) => `${state} ${count}`,
  attention: '확인이 필요한 사항',
  attentionNone: '이번 주에 확인이 필요한 사항은 없습니다.',
  changed: '지난 메일 이후 달라진 점',
  changedNone: '지난 메일 이후 달라진 판정이 없습니다.',
  changedVerdict: ({ brand, figure, from, to }) => `${brand} ${figure}: ${from} → ${to}`,
  late: (week) =>
    `${week} 주간의 데이터가 아직 다 들어오지 않아, 데이터가 모두 들어온 가장 최근 주를 보내 드립니다.`,
  stale: (moment) => `${moment}까지의 데이터만 완전합니다. 관리자에게 데이터 상태 확인을 요청해 주십시오.`,
  staleWithoutData: '아직 데이터 수집이 끝나지 않았습니다. 관리자에게 데이터 상태 확인을 요청해 주십시오.',
  tooEarly: (brand, day) => `${brand}: 판정하기에 아직 이릅니다. ${day}부터 첫 판정이 나옵니다.`,
  notReady: (brand, figures, day) =>
    `${brand}: ${withParticle(figures, '은/는')} 데이터가 아직 부족합니다. ${day}부터 판정할 수 있습니다.`,
  moved: (day) => `${day} 전환.`,
  notMoved: '아직 전환하지 않았습니다.',
  verdictsFrom: (day) => `비교하기에 아직 이릅니다. ${day}부터 첫 판정이 나옵니다.`,
  fromDay: (day) => `${day}부터 판정 가능`,
  windows: (before, after) => `전환 전 ${before}, 전환 후 ${after}.`,
  details: '변화의 크기, 범위와 건수',
  otherBrands: '그 밖의 브랜드',
  figure: '지표',
  verdict: '변화',
  beforeAfter: '전환 전 → 전환 후',
  rangeBetween: ' ~ ',
  evidence: (grade) => `근거 등급 ${grade}`,
  counted: (before, after, noun) => `${noun} ${before}건 → ${after}건`,
  countedOnce: (count, noun) => `${noun} ${count}건`,
  expected: (value) => `예상 ${value}`,
  perWeek: (values) => `주당 ${values}건`,
  inOneWeek: (count) => `${count}건`,
  week: (week) => `${week} 주간`,
  weekBefore: '전주',
  weekBeforeValue: (value) => `전주 ${value}`,
  stillComingIn: '집계 중',
  note: (number) => `참고 ${number}`,
  readingTitle: '보는 방법',
  readingWeek:
    '한 주의 값은 월요일부터 일요일까지입니다. ‘집계 중’은 늦게 들어오는 응답, 평가, 재문의에 따라 값이 달라질 수 있다는 뜻입니다.',
  readingRange: '변화 아래의 범위는 실제 변화가 있을 가능성이 높은 구간입니다.',
  readingGrade: {
    A: '근거 등급 A: 아직 전환하지 않은 브랜드와 비교했고 할 수 있는 점검을 모두 통과했습니다.',
    B: '근거 등급 B: 아직 전환하지 않은 브랜드나 긴 과거 데이터와 비교했으나 일부 점검에 의문이 남았습니다.',
    C: '근거 등급 C: 비교의 근거가 약하므로 참고로만 보십시오.',
    D: '근거 등급 D: 전환 전과 후를 단순히 비교한 값입니다. 계절 변동 등 그동안의 다른 변화도 섞여 있으므로 전환 때문이라고 단정할 수 없습니다.',
  },
  dataAsOf: (moment) => `데이터 기준: ${moment}까지.`,
  openCutover: 'Cutover에서 보기',
  unsubscribe: '메일 수신 거부',
  sentTo: (name, zone) => `${name} 님께 보내 드립니다. 시각은 ${zone} 기준입니다.`,
}

function weekPart(week: string | null): string {
  return week === null ? '' : ` — ${week} 주간`
}

function nameOf({ metric, figure }: Clause): string {
  return shortNames[metric] ?? figure
}

function subjectClause(clause: Clause): string {
  const { brand, size, kind, direction } = clause
  return `${brand} ${nameOf(clause)} ${size} ${movements[kind][direction].noun}`
}

function sentence(news: readonly Clause[]): string {
  return news
    .map((clause, i) => {
      const { brand, size, kind, direction } = clause
      const last = i === news.length - 1
      const subject = withParticle(nameOf(clause), '이/가')
      return `${brand}의 ${subject} ${size} ${movements[kind][direction].stem}${last ? '습니다.' : '고,'}`
    })
    .join(' ')
}
