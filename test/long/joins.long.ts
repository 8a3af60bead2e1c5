import { joins } from '../bench/joins.ts'
import { above, promise, seconds } from './promise.ts'

promise(
  'P10',
  '500 in within 2 s (p95); 10,000 in 10 s: none refused, all in ≤ 60 s, running vote’s p95 ack ≤ 5 s',
  async () => {
    const [hall, city] = (await joins()).rows as unknown as Record<string, number>[]
    const ack = city!['ack p95 of who votes']!
    return {
      found: `500: p95 ${seconds(hall!['in p95']!)}, ${hall!.failed} refused; 10,000: all in after ${seconds(city!['all in']!)}, ${city!.failed} refused, p95 ack ${Math.round(ack)} ms`,
      broken: [
        ...above('ms until 95 % of 500 were in', hall!['in p95']!, 2_000),
        ...above('refused of 500', hall!.failed!, 0),
        ...above('ms until all of 10,000 were in', city!['all in']!, 60_000),
        ...above('refused of 10,000', city!.failed!, 0),
        ...above('ms to the ack of a running vote', ack, 5_000),
      ],
    }
  },
)
