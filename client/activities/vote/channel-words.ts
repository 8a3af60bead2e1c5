import type { ChannelId } from '../../../shared/base/channels.ts'
import type { Texts } from '../../../shared/base/texts.ts'

/** In a line of figures, where each word is dear. */
const short: Record<ChannelId, Texts> = {
  hall: { ko: '휴대폰', en: 'phones' },
  helper: { ko: '도우미', en: 'helpers' },
  shared: { ko: '함께 쓰는 기기', en: 'shared device' },
  paper: { ko: '종이', en: 'paper' },
  preVote: { ko: '사전투표', en: 'pre-vote' },
  committee: { ko: '위원회', en: 'committee' },
}
const total: Texts = { ko: '{parts} = {n}표', en: '{parts} = {n} ballots' }
const withPresent: Texts = { ko: '{parts} = {n}표, 참석 {present}명', en: '{parts} = {n} ballots, {present} present' }

interface Counted {
  channels: readonly { id: ChannelId; ballots: number }[]
  present: number | null
}

/** `휴대폰 40 · 도우미 3 · 종이 5 = 48표, 참석 50명`; empty where all came through phones in the hall. */
export function channelLine(
  { channels, present }: Counted,
  tell: (texts: Texts, values?: Record<string, string | number>) => string,
): string {
  if (channels.length === 0) return ''
  const parts = channels.map(({ id, ballots }) => `${tell(short[id])} ${ballots}`).join(' · ')
  const n = channels.reduce((sum, { ballots }) => sum + ballots, 0)
  return present === null ? tell(total, { parts, n }) : tell(withPresent, { parts, n, present })
}
