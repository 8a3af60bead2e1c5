import { statfs } from 'node:fs/promises'
import type { Log } from '../log.ts'

const MEGABYTE = 1024 * 1024
/*
 * What a vote can need: 20,000 seats × 10 ballots × 500 bytes in the store's journal are 100 MB, writing that journal
 * anew needs as much beside it, and the database's own takes up to 64 MB. A Redis whose disk is full ends.
 */
export const DISK_FLOOR_BYTES = 256 * MEGABYTE
/** Early enough to do something about it before the next vote, on a laptop whose disk fills by itself. */
export const DISK_LOW_BYTES = 1024 * MEGABYTE

/** Space left where the embedded stores keep what they have. */
export class DiskWatch {
  #freeBytes = Infinity
  #isBlind = false

  constructor(
    private readonly folder: string,
    private readonly floorBytes: number,
    private readonly log: Log,
  ) {}

  async look(): Promise<void> {
    try {
      const { bavail, bsize } = await statfs(this.folder)
      this.#freeBytes = bavail * bsize
      this.#isBlind = false
    } catch (error) {
      // What was seen last stays; said once, not every two seconds.
      if (!this.#isBlind) this.log.warn({ reason: String(error) }, 'the free space of the data folder cannot be seen')
      this.#isBlind = true
    }
  }

  get freeBytes(): number {
    return this.#freeBytes
  }

  get condition(): 'fine' | 'low' | 'full' {
    if (this.#freeBytes < this.floorBytes) return 'full'
    return this.#freeBytes < DISK_LOW_BYTES ? 'low' : 'fine'
  }

  /** in steps of ten, so that a log that grows is not news every second */
  get freeMegabytes(): number {
    return Math.floor(this.#freeBytes / MEGABYTE / 10) * 10
  }
}
