/** A resident's first ballot in a vote: when it was sent and acknowledged, by one clock. */
export interface TimedBallot {
  activity: string
  sentAt: number
  ackedAt: number
}

/** A turnout as the projector got it while this vote was open. */
export interface TimedTurnout {
  activity: string
  at: number
  voted: number
}

/**
 * For each ballot the time from sending it to the first turnout that counts it. A turnout says how many, not who: the
 * n-th acknowledged ballot is counted where `voted` has grown by n. Real people who vote at the same time make it look
 * faster than it is, so it is measured where only simulated residents vote.
 */
export function voteToProjector(ballots: readonly TimedBallot[], turnouts: readonly TimedTurnout[]): number[] {
  const activities = new Set(ballots.map(({ activity }) => activity))
  return [...activities].flatMap((activity) => {
    const cast = ballots.filter((ballot) => ballot.activity === activity).sort((a, b) => a.ackedAt - b.ackedAt)
    const seen = turnouts.filter((turnout) => turnout.activity === activity).sort((a, b) => a.at - b.at)
    const started = Math.min(...cast.map(({ sentAt }) => sentAt))
    const before = seen.findLast(({ at }) => at < started)?.voted ?? 0
    return cast.flatMap(({ sentAt }, index) => {
      const shown = seen.find(({ at, voted }) => at >= sentAt && voted >= before + index + 1)
      return shown ? [shown.at - sentAt] : []
    })
  })
}
