import type { HallKey } from '../ko/hall.ts'
import { common } from './common.ts'

const hall: Record<HallKey, string> = {
  'hall.connecting': 'Connecting',
  'hall.lost': 'Connection lost, connecting again',
  'hall.rehearsal': 'Rehearsal · nothing is kept',
  'hall.timer': 'Time left',
  'hall.qr': 'QR code to join',
  'hall.qrAgain': 'QR code to see the result again',
  'hall.codeRead': 'Join code {code}',
  'hall.scan': 'Point your phone’s camera at the QR code',
  'hall.orCode': 'or enter the code at {address}',
  'hall.here': 'here with us',
  'hall.locked': 'Joining is closed',
  'hall.joined': 'Joined',
  'hall.voted': 'Voted',
  'hall.people': '{n}',
  'hall.votedOf': '{n} of {of} have voted',
  'hall.ofJoined': 'of {n}',
  'hall.counting': 'The vote is closed. Ballots are being counted.',
  'hall.counted': 'All ballots are counted. The result follows in a moment.',
  'hall.tied': 'tied',
  'hall.stickers': '{n}',
  'hall.shares': 'stickers {stickers} · voters {voters}',
  'hall.ballots': '{n} {n:ballot/ballots} ({blank} blank)',
  'hall.digest': 'Digest',
  'hall.thanks': 'Thank you for taking part',
  'hall.again': 'See the result again on your phone',
  'wall.empty': 'What you send from your phone appears here',
  'wall.noField': 'No field yet',
  'wall.merged': '{n} similar {n:issue/issues}',
  'wall.page': 'Page {n} of {of}',
}

export default { ...common, ...hall }
