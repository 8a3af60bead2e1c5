import type { Dice } from './dice.ts'

/** How bad things are in one world. Each kind of trouble is there or not, so that none always hides behind another. */
export interface Weather {
  /** messages between phones and nodes: parts of one */
  lost: number
  doubled: number
  late: number
  /** commands on the way from a node to a store */
  storeLost: number
  storeLate: number
  answerLost: number
  /** a connection to the store breaks, per command */
  storeCut: number
  /** a node dies at a command, before or behind it; at a close or a seal ten times as often */
  crash: number
}

export const calm: Weather = {
  lost: 0,
  doubled: 0,
  late: 0,
  storeLost: 0,
  storeLate: 0,
  answerLost: 0,
  storeCut: 0,
  crash: 0,
}

export function weatherOf(dice: Dice): Weather {
  const some = (share: number, most: number) => (dice.isHit(share) ? dice.between(0, most) : 0)
  return {
    lost: some(0.6, 0.25),
    doubled: some(0.6, 0.3),
    late: some(0.6, 0.3),
    storeLost: some(0.4, 0.06),
    storeLate: some(0.4, 0.06),
    answerLost: some(0.5, 0.08),
    storeCut: some(0.3, 0.03),
    crash: some(0.7, 0.02),
  }
}
