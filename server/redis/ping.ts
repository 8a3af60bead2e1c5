import { connect } from 'node:net'

/** `silent`: somebody holds the socket and says nothing. It may still be writing, so it is not to be replaced. */
export type PingAnswer = 'ready' | 'loading' | 'silent' | 'absent'

/** Without a client library: this is asked before anybody knows whether there is something to connect to. */
export function ping(path: string, timeoutMs = 1000): Promise<PingAnswer> {
  return new Promise((resolve) => {
    const socket = connect(path)
    const settle = (answer: PingAnswer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(timeoutMs, () => settle('silent'))
    socket.once('connect', () => socket.write('PING\r\n'))
    socket.once('data', (data) => settle(data.toString('latin1').startsWith('+PONG') ? 'ready' : 'loading'))
    socket.once('error', () => settle('absent'))
    socket.once('close', () => settle('absent'))
  })
}

/** Resolves when the connection ends, at once when there is none: the quickest way to learn that a Redis has died. */
export function untilGone(path: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ path, signal })
    socket.unref()
    socket.once('error', () => socket.destroy())
    socket.once('close', () => resolve())
    socket.resume()
  })
}
