import { withParticle } from '../korean-particle.ts'
import type { NoticeMessages } from './notice-en.ts'

export const noticeKo: NoticeMessages = {
  subject: (schedule) => `Cutover: ‘${schedule}’ 보고서가 예정대로 발송되지 않았습니다`,
  opening: (schedule) => `담당하시는 보고서 ‘${schedule}’에 다음과 같은 문제가 있었습니다.`,
  tooLate: (week) => `${week} 주간의 데이터가 기한까지 들어오지 않아 메일을 보내지 않았습니다.`,
  sentEarlier: (week, told) =>
    `${week} 주간의 데이터가 기한까지 들어오지 않아, 수신자에게 그 사실을 알리고 ${told} 주간의 보고서를 보냈습니다.`,
  unknown: (address) =>
    `메일 서버가 응답하지 않아 ${withParticle(address, '이/가')} 메일을 받았는지 알 수 없습니다. 다시 보내기 전에 수신자에게 확인해 주십시오.`,
  refusedAddress: (address, message) =>
    `메일 서버에 ${address} 주소가 없습니다(${message}). 주소를 고칠 때까지 이 주소로는 보내지 않습니다.`,
  failedAgain: (address, message) =>
    `${address} 주소로 아직 메일을 보내지 못했습니다(${message}). 자동으로 다시 시도합니다.`,
  failedForGood: (address, message) =>
    `${address} 주소로 메일을 보내지 못했습니다(${message}). 자동으로 다시 시도하지 않습니다.`,
  more: (count) => `이 밖에 수신자 ${count}명에게도 같은 문제가 있었습니다.`,
  closing:
    '이 안내는 한 번만 보내 드립니다. 보고서가 정상적으로 발송된 뒤에 다시 문제가 생기면 알려 드립니다.',
  history: '보고서 발송 내역 보기',
}
