import { randomUUID } from 'node:crypto'
import type { Db } from '../../server/db/schema.ts'
import type { Live } from '../../server/live/index.ts'
import type { Entry } from '../../server/live/journal.ts'
import { keys } from '../../server/live/keys.ts'
import type { RedisClient } from '../../server/redis/connect.ts'
import type { planRoom } from './plans.ts'

type Room = Pick<Awaited<ReturnType<typeof planRoom>>, 'db' | 'planId' | 'sessionId'>

/** Sessions that the plan knows, so that results of theirs can be filed: so many, or with these ids. */
export async function knownSessions({ db, planId, sessionId }: Room, wanted: number | string[]): Promise<string[]> {
  const { stage_id } = await db
    .selectFrom('sessions')
    .select('stage_id')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  const ids = typeof wanted === 'number' ? Array.from({ length: wanted }, () => randomUUID()) : wanted
  const frame = { plan_id: planId, stage_id, kind: 'workshop' as const, held_at: null }
  for (let from = 0; from < ids.length; from += 500) {
    const rows = ids.slice(from, from + 500).map((id) => ({
      ...frame,
      ...{ id, title: '의제발굴 워크숍', place: '', attendance: '[]', agenda: '[]' },
    }))
    await db.insertInto('sessions').values(rows).execute()
  }
  return ids
}

/** What the plan has of one session. */
export async function filedOf(db: Db, session: string, vote: string) {
  const [results, tasks] = await Promise.all([
    db
      .selectFrom('results')
      .select(['digest', 'sealed as text'])
      .where('session_id', '=', session)
      .where('activity_id', '=', vote)
      .execute(),
    db.selectFrom('priority_tasks').select('origin_issue').where('origin_session_id', '=', session).execute(),
  ])
  return { results, tasks: tasks.map(({ origin_issue }) => origin_issue) }
}

/** The session's stream as it is on disk. */
export async function streamOf(redis: RedisClient, session: string): Promise<Entry[]> {
  const entries = await redis.xrange(keys.facts(session), '-', '+')
  return entries.map(([, fields]) => JSON.parse(fields[1] ?? '') as Entry)
}

/** The sealed text as each of these nodes reads it. */
export async function readings(nodes: readonly Live[], session: string, vote: string): Promise<string[]> {
  const texts = await Promise.all(nodes.map((node) => node.sealedText(session, vote)))
  return texts.filter((text) => text !== null)
}
