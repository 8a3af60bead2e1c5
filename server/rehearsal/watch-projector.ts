import type { Shown, Snapshot, Turnout, Update } from '../../shared/protocol/live.ts'
import { updated } from '../../shared/protocol/updated.ts'
import { Connection, type Surroundings } from './connection.ts'

/** Watch a projector, through a link made for one, and note when each turnout of a vote is there. */
export function watchProjector(around: Surroundings, link: string): Connection {
  const connection = new Connection(around, { link }, Math.random)
  let activity: string | null = null
  let held: Shown | null = null
  const look = (shown: Shown) => {
    held = shown
    const { step } = shown.view
    activity = step?.kind === 'vote' && step.phase === 'open' ? step.activity : null
  }
  const count = ({ voted }: Turnout) => {
    if (activity !== null && voted !== null) around.measured.turnouts.push({ activity, at: performance.now(), voted })
  }
  connection.socket.on('snapshot', (snapshot: Snapshot) => {
    look(snapshot)
    count(snapshot.turnout)
  })
  connection.socket.on('update', (update: Update) => {
    const next = held && updated(held, update)
    if (next) look(next)
    else connection.askForSnapshot()
  })
  connection.socket.on('turnout', count)
  connection.socket.connect()
  return connection
}
