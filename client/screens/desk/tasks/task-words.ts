import type { PriorityTask, TaskStatus } from '../../../../shared/plan/priority-task.ts'
import { scoreWords, type ScoreWords } from '../../../../shared/results/score-words.ts'
import type { Tone } from '../../../ui/tones.ts'
import type { Say } from '../parts/say.ts'

export const statuses: readonly TaskStatus[] = ['proposed', 'adopted', 'onHold', 'rejected']

export const statusTone: Record<TaskStatus, Tone> = {
  proposed: 'neutral',
  adopted: 'success',
  onHold: 'warning',
  rejected: 'danger',
}

/** A shared rank says so: 공동 2. */
export const rankText = ({ rank, tied }: { rank: number; tied: boolean }, t: Say): string =>
  tied ? t('rank.tied', { rank }) : t('rank.alone', { rank })

/** A share as people read it: `24.4 %`; null, where nothing was given, is a dash. */
export const shareText = (share: number | null): string =>
  share === null ? '–' : `${(Math.round(share * 1000) / 10).toFixed(1)}%`

/**
 * What carries an entry, in a list of many methods: the share of voters where naming an item is support for it, else the
 * score as its method writes it.
 */
export function supportOf({ score, shareOfVoters, evidence }: PriorityTask): {
  share: number | null
  score: ScoreOf | null
} {
  const newest = evidence.at(-1)
  const words = newest && scoreWords(newest.method, newest.parameters)
  return !words || words.isSupport
    ? { share: shareOfVoters, score: null }
    : { share: null, score: { words, score, voters: newest.voters } }
}
interface ScoreOf {
  words: ScoreWords
  score: number
  voters: number
}

/** How many meetings an entry rests on, and how many people voted in them. */
export function weightOf({ evidence }: PriorityTask): { meetings: number; people: number } {
  const latest = new Map(evidence.map(({ sessionId, ballots }) => [sessionId, ballots]))
  return { meetings: latest.size, people: [...latest.values()].reduce((sum, ballots) => sum + ballots, 0) }
}
