import { oneLine } from '../preflib/write.ts'
import type { PabulibFile } from './file.ts'

/**
 * Write a Pabulib file that pabutools and the public tools read: the `key;value` line, no space after a separator, quotes
 * only where they are needed, votes numbered anew. An empty vote with points crashes those programs: it is left out, and
 * the description says how many they were.
 */
export function writePabulib(file: PabulibFile): string {
  const hasPoints = file.voteType === 'cumulative' || file.voteType === 'scoring'
  const votes = hasPoints ? file.votes.filter(({ projects }) => projects.length > 0) : file.votes
  const leftOut = file.votes.length - votes.length
  const description = [file.meta.description, leftOut > 0 && `${leftOut} empty votes are left out.`]
  const meta: Record<string, string> = {
    ...file.meta,
    description: description.filter(Boolean).join(' '),
    num_projects: String(file.projects.length),
    num_votes: String(votes.length),
    ...(file.budget !== null && { budget: String(file.budget) }),
    vote_type: file.voteType,
  }
  const rows: string[][] = [
    ['META'],
    ['key', 'value'],
    ...Object.entries(meta),
    ['PROJECTS'],
    ['project_id', 'cost', 'name'],
    ...file.projects.map(({ id, cost, name }) => [id, String(cost), name]),
    ['VOTES'],
    ['voter_id', 'vote', ...(hasPoints ? ['points'] : [])],
    ...votes.map(({ projects, points }, i) => [
      String(i + 1),
      projects.join(','),
      ...(points ? [points.join(',')] : []),
    ]),
  ]
  return `${rows.map((row) => row.map(field).join(';')).join('\n')}\n`
}

function field(text: string): string {
  const line = oneLine(text)
  return /[;"]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line
}
