import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { expect, it } from 'vitest'
import { until } from './processes.ts'
import { startProxy } from './proxy.ts'
import { atTheEnd } from './services.ts'

/** A server that keeps what it hears and answers with it, and a way to it that can be broken. */
async function openWay() {
  const heard: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      heard.push(String(chunk))
      socket.write(chunk)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atTheEnd(() => void server.close())
  const proxy = await startProxy(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return { heard, proxy, dial: () => dial(proxy.port) }
}

/** What a client was answered, and how its connection ended. */
async function dial(port: number) {
  const socket: Socket = connect(port, '127.0.0.1')
  const line = { socket, answers: '', error: '', say: (text: string) => socket.write(text) }
  socket.on('data', (chunk) => (line.answers += String(chunk)))
  socket.on('error', (error: NodeJS.ErrnoException) => (line.error = error.code ?? ''))
  atTheEnd(() => void socket.destroy())
  await until(() => socket.readyState === 'open' || line.error !== '', 'a connection or a refusal')
  return line
}

it('[PROXY-1] passes, and when it is cut resets all and takes nobody, until it passes again', async () => {
  const { proxy, dial } = await openWay()
  const line = await dial()
  line.say('one')
  await until(() => line.answers === 'one', 'the answer')
  await proxy.cut()
  await until(() => line.error === 'ECONNRESET', 'the reset')
  expect(proxy.resets).toBe(1)
  expect((await dial()).error).toBe('ECONNREFUSED')
  await proxy.pass()
  const next = await dial()
  next.say('two')
  await until(() => next.answers === 'two', 'the answer after the cut')
})

it('[PROXY-2] delays, in order', async () => {
  const { proxy, dial } = await openWay()
  const line = await dial()
  proxy.delay(150)
  const began = performance.now()
  line.say('a')
  line.say('b')
  await until(() => line.answers === 'ab', 'both answers')
  expect(performance.now() - began).toBeGreaterThan(299)
})

it('[PROXY-3] half open, it takes connections and holds every byte; they come late and none is lost', async () => {
  const { heard, proxy, dial } = await openWay()
  const line = await dial()
  proxy.halfOpen()
  line.say('held')
  const newcomer = await dial()
  newcomer.say('held too')
  await until(() => proxy.held.toServer === 12, 'the bytes to be held')
  expect([heard, line.answers, newcomer.answers]).toEqual([[], '', ''])
  await proxy.pass()
  await until(() => line.answers === 'held' && newcomer.answers === 'held too', 'the late answers')
})

it('[PROXY-4] swallows one direction, counts it, and resets what has lost bytes when it passes again', async () => {
  const { heard, proxy, dial } = await openWay()
  const [line, other] = [await dial(), await dial()]
  proxy.swallow('toClient')
  line.say('heard')
  await until(() => proxy.swallowed.toClient === 5, 'the answer to be swallowed')
  proxy.swallow('toServer')
  line.say('unheard')
  await until(() => proxy.swallowed.toServer === 7, 'the words to be swallowed')
  expect([heard, line.answers]).toEqual([['heard'], ''])
  await proxy.pass()
  await until(() => line.error === 'ECONNRESET', 'the reset')
  other.say('whole')
  await until(() => other.answers === 'whole', 'the connection that has lost nothing')
  expect(proxy.resets).toBe(1)
})

it('[PROXY-5] a trap takes the connection that says a word, and no other', async () => {
  const { heard, proxy, dial } = await openWay()
  const [trapped, free] = [await dial(), await dial()]
  const hit = proxy.trap('commit', 'toClient')
  trapped.say('begin')
  await until(() => trapped.answers === 'begin', 'the answer before')
  trapped.say('commit')
  await hit
  free.say('commit')
  await until(() => free.answers === 'commit', 'the other connection')
  expect(trapped.answers).toBe('begin')
  const before = proxy.trap('unsaid', 'toServer')
  free.say('unsaid')
  await before
  expect(heard).toEqual(['begin', 'commit', 'commit'])
})

it('[PROXY-6] loses one packet and leaves the connection whole', async () => {
  const { proxy, dial } = await openWay()
  const line = await dial()
  const lost = proxy.loseOne('second')
  for (const word of ['first ', 'second ', 'third ']) {
    line.say(word)
    await until(() => line.answers.includes(word) || proxy.swallowed.toClient > 0, 'the word to come or to be lost')
  }
  await lost
  await until(() => line.answers === 'first third ', 'all but the lost one')
  await proxy.pass()
  expect(proxy.resets).toBe(0)
})
