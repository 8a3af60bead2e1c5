import { ok, refuse, type Outcome } from '../../shared/base/outcome.ts'
import { SessionRecord } from '../../shared/session/record.ts'
import type { Db } from '../db/schema.ts'

/** Keep the record of a closed session; again, it is the same record. */
export async function fileRecord(db: Db, record: SessionRecord): Promise<void> {
  const text = JSON.stringify(record)
  await db
    .insertInto('session_records')
    .values({ session_id: record.session.id, record: text })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ record: text }))
    .execute()
}

/** Refuses `not_found`: the session is not closed yet, or was closed before records were kept. */
export async function getRecord(db: Db, sessionId: string): Promise<Outcome<SessionRecord>> {
  const row = await db
    .selectFrom('session_records')
    .select('record')
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return row ? ok(SessionRecord.parse(row.record)) : refuse('not_found')
}
