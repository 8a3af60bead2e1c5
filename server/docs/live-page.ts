import { HallStep, PhoneStep } from '../../shared/activities/index.ts'
import { Mine, Snapshot } from '../../shared/protocol/live.ts'
import { ConsoleView, NotesView, PhoneView, ProjectorView, Turnout } from '../../shared/session/views.ts'
import { asyncApi, liveEvents, type LiveEvent, type Message } from './asyncapi.ts'
import { jsonSchema, namedBy } from './json-schema.ts'
import { namedGroup, page, type Entry } from './page.ts'
import { whoMay, type Policy } from './policy.ts'

/** The live protocol as a page to read, grouped by event. */
export const livePage = (policy: Policy = {}): string =>
  page({
    title: 'The live protocol',
    introduction: asyncApi(policy).info.description,
    json: '/docs/live.json',
    other: { title: 'HTTP API', address: '/docs/api' },
    groups: [
      ...liveEvents().map((event) => ({
        id: `event-${event.event}`,
        title: event.event.replace('.request', ', asked for'),
        summary: event.messages.length > 1 ? event.summary : '',
        entries: event.messages.map((message, i) => entry(event, message, i === 0, policy)),
      })),
      namedGroup(views, (schema) => payload(schema, 'output')),
    ],
  })

/* Named on this page, so that each is read once; in the document every message stands in full. */
const views = { PhoneView, ProjectorView, ConsoleView, NotesView, PhoneStep, HallStep, Mine, Turnout, Snapshot }
const named = namedBy(views, '#schema-')

/** The acknowledgement is the same for every command: it is shown once, with the first. */
function entry(event: LiveEvent, message: Message, isFirst: boolean, policy: Policy): Entry {
  const answer =
    isFirst && message.answer ? [{ title: 'Acknowledgement', schema: payload(message.answer, 'output') }] : []
  return {
    id: `message-${message.name}`,
    name: message.name,
    label: event.from === 'client' ? 'client → server' : 'server → client',
    summary: message.summary,
    notes: [whoMay(policy, message.name)],
    parts: [
      { title: 'Message', schema: payload(message.payload, event.from === 'client' ? 'input' : 'output') },
      ...answer,
    ],
  }
}

const payload = (schema: Message['payload'], io: 'input' | 'output') => jsonSchema(schema, io, 'draft-7', named)
