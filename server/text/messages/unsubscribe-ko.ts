import type { UnsubscribeMessages } from './unsubscribe-en.ts'

export const unsubscribeKo: UnsubscribeMessages = {
  ask: {
    title: '메일을 그만 받으시겠습니까?',
    text: (schedule, address) => `앞으로 ${address} 주소로 ‘${schedule}’ 메일을 보내지 않습니다.`,
    button: '메일 수신 거부',
  },
  stopped: {
    title: '수신 거부가 완료되었습니다',
    text: (schedule, address) => `${address} 주소로는 더 이상 ‘${schedule}’ 메일을 보내지 않습니다.`,
    button: '다시 받기',
  },
  invalid: {
    title: '더 이상 사용할 수 없는 링크입니다',
    text: '가장 최근에 받은 메일의 링크를 이용하시거나, 보고서 담당자에게 수신자에서 빼 달라고 요청해 주십시오.',
  },
}
