export const voteTypes = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'] as const
export type VoteType = (typeof voteTypes)[number]

/** A Pabulib file. */
export interface PabulibFile {
  meta: Record<string, string>
  voteType: VoteType
  /** null where the file has none: then nothing is about money */
  budget: number | null
  projects: { id: string; cost: number; name: string }[]
  /** projects, in order of preference where the votes are ordinal; `points` one for each, or null */
  votes: { projects: string[]; points: number[] | null }[]
}
