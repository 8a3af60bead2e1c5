import type { ChannelId } from '../base/channels.ts'
import type { Texts } from '../base/texts.ts'

/** The ways in which votes come, as they are read. */
export const channelNames: Record<ChannelId, Texts> = {
  hall: { ko: '현장 휴대폰', en: 'phones in the hall' },
  helper: { ko: '도우미 입력', en: 'entered by helpers' },
  shared: { ko: '함께 쓰는 기기', en: 'shared devices' },
  paper: { ko: '종이표', en: 'paper' },
  preVote: { ko: '사전투표', en: 'pre-vote' },
  committee: { ko: '위원회', en: 'committee' },
}
