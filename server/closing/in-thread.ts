import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** Hand an order to a thread of its own, and wait for its one answer. Rejects when the thread fails. */
export function inThread<Order, Answer>(program: string, order: Order): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, program))
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread of ${program} ended with ${code}`)))
    worker.postMessage(order)
  })
}
