import { ok, refuse, type Outcome, type Refusal } from '../../shared/base/outcome.ts'
import { refusals } from '../../shared/base/refusals.ts'
import type { Db, Tx } from '../db/schema.ts'

export interface Command {
  /** who: an account or a link, never its secret */
  actor: string
  /** made by the client */
  id: string
  /** SHA-256 of the operation and everything that was sent with it */
  content: string
  /** the answer holds a secret: it is not kept, and `run` can make it again */
  isSecret?: boolean
}

type Kept = { outcome: Outcome<unknown> } | { outcome: null }

/** Rolls back what a refused command may have written. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refusal)
  }
}

/**
 * Run a command in a transaction, together with the note that it was run: the same command again gets the same answer
 * and changes nothing. A refusal is an answer too, unless it says that the same may succeed later. Refuses `id_reused`.
 */
export async function once<T>(
  db: Db,
  command: Command,
  run: (tx: Tx) => Promise<Outcome<T>>,
  at: Date,
): Promise<Outcome<T>> {
  try {
    return await db.transaction().execute(async (tx) => {
      // Whoever comes second waits here until the first has committed or given up.
      const isFirst = await note(tx, command, 0, null, at)
      if (!isFirst) {
        const kept = await recall(tx, command)
        if (kept.outcome) return kept.outcome as Outcome<T>
      }
      const outcome = await run(tx)
      if (!outcome.ok) throw new Refused(outcome)
      await tx
        .updateTable('commands')
        .set({ status: 200, answer: command.isSecret ? null : JSON.stringify({ value: outcome.value }) })
        .where('actor', '=', command.actor)
        .where('id', '=', command.id)
        .execute()
      return outcome
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await keepRefusal(db, command, error.refusal, at)
    return error.refusal
  }
}

/** What was answered to this command before; null when it was never run here. Refuses `id_reused`. */
export async function answered<T>(db: Db, command: Command): Promise<Outcome<T> | null> {
  const row = await rowOf(db, command)
  return row ? ((await recall(db, command)).outcome as Outcome<T> | null) : null
}

/** Keep the answer of a command that cannot run in a transaction, because it reaches beyond the database. */
export async function keepAnswer(db: Db, command: Command, outcome: Outcome<unknown>, at: Date): Promise<void> {
  if (!outcome.ok) return keepRefusal(db, command, outcome, at)
  await note(db, command, 200, command.isSecret ? null : JSON.stringify({ value: outcome.value }), at)
}

async function keepRefusal(db: Db, command: Command, refusal: Refusal, at: Date): Promise<void> {
  const { status, retry } = refusals[refusal.refusal]
  // An id that was used before already has its answer, and this is not it.
  if (retry || refusal.refusal === 'id_reused') return
  await note(db, command, status, JSON.stringify({ refusal }), at)
}

async function note(db: Db, { actor, id, content }: Command, status: number, answer: string | null, at: Date) {
  const noted = await db
    .insertInto('commands')
    .values({ actor, id, request_digest: content, status, answer, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return noted.length > 0
}

async function recall(db: Db, command: Command): Promise<Kept> {
  const row = await rowOf(db, command)
  if (!row) return { outcome: null }
  if (row.request_digest !== command.content) return { outcome: refuse('id_reused') }
  const answer = row.answer as { value: unknown } | { refusal: Refusal } | null
  if (answer === null) return { outcome: null }
  return { outcome: 'refusal' in answer ? answer.refusal : ok(answer.value) }
}

const rowOf = (db: Db, { actor, id }: Command) =>
  db
    .selectFrom('commands')
    .select(['request_digest', 'answer'])
    .where('actor', '=', actor)
    .where('id', '=', id)
    .executeTakeFirst()
