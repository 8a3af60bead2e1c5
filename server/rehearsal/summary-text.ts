import type { Counted, Summary } from './measurements.ts'
import type { Percentiles } from './percentiles.ts'

/** The summary for a person who reads it in a terminal. */
export function summaryText(summary: Summary): string {
  const { participants, joined, allInMs, joinMs, issues, ballots, ackMs, voteToProjectorMs, updates, bytes } = summary
  const perResident = joined > 0 ? Math.round(bytes / joined / 1000) : 0
  const rows: [string, string][] = [
    ['scenario', `${summary.scenario}, seed ${summary.seed}, ${summary.seconds} s`],
    ['residents', `${joined} of ${participants} in${allInMs === null ? '' : `, all after ${ms(allInMs)}`}`],
    ['join', spread(joinMs)],
    ['issues', counted(issues)],
    ['ballots', `${counted(ballots)} from ${ballots.voters} residents`],
    ['ack, issues', spread(ackMs.issues)],
    ['ack, ballots', spread(ackMs.ballots)],
    ['ack, all', spread(ackMs.all)],
    ['vote → projector', spread(voteToProjectorMs)],
    ['received', `${updates} messages, ${perResident} kB a resident`],
    ['tried again', codes(summary.retried)],
    ['errors', codes(summary.errors)],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')
}

/** One line on the way there. */
export const progressText = (seconds: number, joined: number, acked: { issues: number; ballots: number }): string =>
  `${seconds} s: ${joined} in, acknowledged ${acked.issues} issues and ${acked.ballots} ballots`

const ms = (value: number): string => `${value >= 100 ? Math.round(value) : value} ms`

const spread = (values: Percentiles | null): string =>
  values === null
    ? 'not measured'
    : `p50 ${ms(values.p50)} · p95 ${ms(values.p95)} · p99 ${ms(values.p99)} · max ${ms(values.max)}`

const codes = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([code, n]) => `${code} ${n}`)
    .join(', ') || 'none'

const counted = ({ acked, refused, unanswered }: Counted): string =>
  [
    `${acked} acknowledged`,
    ...(Object.keys(refused).length > 0 ? [`refused: ${codes(refused)}`] : []),
    ...(unanswered > 0 ? [`${unanswered} without an answer`] : []),
  ].join(', ')
