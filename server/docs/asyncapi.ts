import type { z } from 'zod'
import {
  Answer,
  Connect,
  Crew,
  Damaged,
  Health,
  liveCommands,
  SimilarAnswer,
  SimilarRequest,
  Mine,
  PreviewAnswer,
  PreviewRequest,
  Own,
  Snapshot,
  SnapshotAnswer,
  SnapshotRequest,
  Turnout,
  Update,
} from '../../shared/protocol/live.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { TableView } from '../../shared/session/tables.ts'
import { jsonSchema, type JsonSchema } from './json-schema.ts'
import { whoMay, type Policy } from './policy.ts'

/** One message: what is sent, and what the acknowledgement brings. */
export interface Message {
  name: string
  summary: string
  payload: z.ZodType
  answer?: z.ZodType
}
/** An event of the socket with everything that it can carry. */
export interface LiveEvent {
  event: string
  /** who sends it */
  from: 'client' | 'server'
  summary: string
  messages: Message[]
}

const commandMessages = (): Message[] =>
  liveCommands.map((schema) => ({
    name: schema.shape.type.value,
    summary: schema.description ?? '',
    payload: schema,
    answer: Answer,
  }))

const one = (event: string, from: LiveEvent['from'], summary: string, payload: z.ZodType, answer?: z.ZodType) => ({
  event,
  from,
  summary,
  messages: [{ name: event, summary, payload, ...(answer ? { answer } : {}) }],
})

/** Everything that goes over the socket. `CONNECT` is the payload with which a client connects (Socket.IO's `auth`). */
export const liveEvents = (): LiveEvent[] => [
  one(
    'CONNECT',
    'client',
    'Who connects: a seat, a link, or an account by its cookie with the screen it wants.',
    Connect,
  ),
  {
    event: 'command',
    from: 'client',
    summary: 'One intention. Acknowledged when it is on disk, or refused; sending it twice is safe.',
    messages: commandMessages(),
  },
  one('snapshot.request', 'client', 'Ask for everything, after an absence or a gap.', SnapshotRequest, SnapshotAnswer),
  one(
    'similar',
    'client',
    'What the room can read that is like a text which is being written.',
    SimilarRequest,
    SimilarAnswer,
  ),
  one('snapshot', 'server', 'Everything that a screen needs to stand; sent once after the connection.', Snapshot),
  one(
    'update',
    'server',
    'What changed in the view of this client’s role since the revision that it names. Who holds another asks for a snapshot.',
    Update,
  ),
  one('mine', 'server', 'What one seat sees of its own, on all its devices.', Mine),
  one(
    'own',
    'server',
    'What one link for notes has of its own: an observer’s private notes, told to nobody else.',
    Own,
  ),
  one('turnout', 'server', 'How many: at most once a second to phones, four times to projector and console.', Turnout),
  one(
    'health',
    'server',
    'To consoles only, when it has changed and at most once a second: how store, server, disk and memory do, and the phones that are silent.',
    Health,
  ),
  one('table', 'server', 'To whoever runs a table: what is on it, when it has changed.', TableView),
  one('crew', 'server', 'To consoles only: who runs the session from a console now.', Crew),
  one(
    'preview',
    'client',
    'What projector and phones will show once an entry of the running order is opened. Nothing changes by it.',
    PreviewRequest,
    PreviewAnswer,
  ),
  one('damaged', 'server', 'The store came back without this session. Nothing is continued silently.', Damaged),
]

/* Socket.IO knows events by name; a request and a push of the same name are two channels here. */
const addressOf = ({ event }: LiveEvent): string => event.replace('.request', '')
const id = (...parts: string[]): string => parts.join('.').replace(/\W+/g, '_')
const payload = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => jsonSchema(schema, io, 'draft-7')

/** The socket as AsyncAPI 3.0. */
export function asyncApi(policy: Policy = {}, events: readonly LiveEvent[] = liveEvents()) {
  const channels: Record<string, object> = {}
  const operations: Record<string, object> = {}
  for (const each of events) {
    const channel = id(each.event)
    const answers = each.messages.flatMap(({ name, answer }) => (answer ? [[name, answer] as const] : []))
    const [first] = answers
    channels[channel] = channelOf(each, policy)
    operations[channel] = {
      // Seen from the server, which this document describes.
      action: each.from === 'client' ? 'receive' : 'send',
      channel: { $ref: `#/channels/${channel}` },
      summary: each.summary,
      messages: each.messages.map(({ name }) => ({ $ref: `#/channels/${channel}/messages/${id(name)}` })),
      ...(first
        ? {
            reply: {
              channel: { $ref: `#/channels/${id(each.event, 'ack')}` },
              messages: [{ $ref: `#/channels/${id(each.event, 'ack')}/messages/answer` }],
            },
          }
        : {}),
    }
    if (first) channels[id(each.event, 'ack')] = ackOf(each, first[1])
  }
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Madang (마당), live',
      version: String(PROTOCOL),
      description:
        'Socket.IO 4, path /socket.io, JSON. The name of a channel is the name of an event. A phone takes its seat over HTTP (see /docs/api, join) and connects with the seat’s token.',
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    channels,
    operations,
  }
}

function channelOf(each: LiveEvent, policy: Policy): object {
  const io = each.from === 'client' ? 'input' : 'output'
  return {
    address: addressOf(each),
    description: each.summary,
    messages: Object.fromEntries(
      each.messages.map(({ name, summary, payload: schema }) => [
        id(name),
        {
          name,
          summary,
          ...(whoMay(policy, name) === '' ? {} : { description: whoMay(policy, name) }),
          payload: payload(schema, io),
        },
      ]),
    ),
  }
}

const ackOf = (each: LiveEvent, answer: z.ZodType): object => ({
  address: null,
  description: `Acknowledgement of \`${addressOf(each)}\`.`,
  messages: { answer: { name: 'answer', payload: payload(answer, 'output') } },
})
