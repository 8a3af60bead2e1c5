import { common } from './common.ts'

const hall = {
  'hall.connecting': '연결하고 있습니다',
  'hall.lost': '연결이 끊겨 다시 연결하고 있습니다',
  'hall.rehearsal': '리허설 · 기록이 남지 않습니다',
  'hall.timer': '남은 시간',
  'hall.qr': '참여하는 QR 코드',
  'hall.qrAgain': '결과를 다시 보는 QR 코드',
  'hall.codeRead': '참여 코드 {code}',
  'hall.scan': '휴대폰 카메라로 QR을 비추세요',
  'hall.orCode': '또는 {address} 에서 코드를 넣으세요',
  'hall.here': '명이 함께하고 있습니다',
  'hall.locked': '새로 참여하기는 닫혀 있습니다',
  'hall.joined': '참여',
  'hall.voted': '투표',
  'hall.people': '{n}명',
  'hall.votedOf': '{of}명 가운데 {n}명이 투표했습니다',
  'hall.ofJoined': '{n}명 가운데',
  'hall.counting': '투표를 마감했습니다. 표를 세고 있습니다.',
  'hall.counted': '표를 모두 세었습니다. 곧 결과를 공개합니다.',
  'hall.tied': '공동',
  'hall.stickers': '{n}개',
  'hall.shares': '스티커 {stickers} · 참여자 {voters}',
  'hall.ballots': '투표 {n}명 (고르지 않음 {blank}명)',
  'hall.digest': '결과 확인값',
  'hall.thanks': '함께해 주셔서 고맙습니다',
  'hall.again': '휴대폰에서 결과를 다시 볼 수 있습니다',
  'wall.empty': '휴대폰으로 보내 주시면 여기에 나타납니다',
  'wall.noField': '분야 미정',
  'wall.merged': '비슷한 의견 {n}건',
  'wall.page': '{n} / {of}쪽',
} as const
export type HallKey = keyof typeof hall

export default { ...common, ...hall }
