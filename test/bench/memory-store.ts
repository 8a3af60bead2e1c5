type Text = string | number

/**
 * What the live session asks of Redis, answered from memory at once: no socket, no disk, no second process. It exists to
 * be measured against: the program on it is the program without a store. The scripts do what their Lua does, without
 * the cases that no benchmark meets.
 */
export class MemoryStore {
  readonly #texts = new Map<string, string>()
  readonly #hashes = new Map<string, Map<string, string>>()
  readonly #streams = new Map<string, [string, string[]][]>()

  // The scripts have methods of their names; there is nothing to be taught.
  defineCommand(): void {}
  // Nor does it ever come back from anywhere.
  on(): void {}

  get = (key: string) => Promise.resolve(this.#texts.get(key) ?? null)
  hget = (key: string, field: string) => Promise.resolve(this.#hash(key).get(field) ?? null)
  hlen = (key: string) => Promise.resolve(this.#hash(key).size)
  xrange = (key: string) => Promise.resolve(this.#streams.get(key) ?? [])
  sadd = () => Promise.resolve(1)

  set(key: string, value: string): Promise<string> {
    this.#texts.set(key, value)
    return Promise.resolve('OK')
  }

  openSession(frame: string, definition: string, epoch: string, text: string): Promise<string> {
    this.#put(frame, { epoch, entries: '0', openVote: '', nextSeat: '0' })
    this.#texts.set(definition, text)
    return Promise.resolve(text)
  }

  takeSeat(frame: string, seats: string, _epoch: string, hash: string): Promise<string> {
    const seat = `p${Number(this.#hash(frame).get('nextSeat')) + 1}`
    this.#put(frame, { nextSeat: seat.slice(1) })
    this.#put(seats, { [hash]: seat })
    return Promise.resolve(seat)
  }

  commitFacts(...given: Text[]): Promise<string> {
    const [frame, facts, , voteKeys, , , opened, voteKey, , ...entries] = given.map(String) as [string, ...string[]]
    if (opened) {
      this.#put(frame, { openVote: opened })
      this.#put(voteKeys!, { [opened]: voteKey! })
    }
    const stream = this.#streams.get(facts!) ?? []
    this.#streams.set(facts!, stream)
    for (const entry of entries) stream.push([`${stream.length + 1}-0`, ['entry', entry]])
    return Promise.resolve(`${stream.length}-0`)
  }

  castBallot(frame: string, ballots: string, ...given: Text[]): Promise<[string, string]> {
    const [epoch, activity, slot, revision, digest, id, ballot] = given.map(String) as [string, ...string[]]
    const held = this.#hash(frame)
    if (held.get('epoch') !== epoch) return Promise.resolve(['damaged', ''])
    if (held.get('openVote') !== activity) return Promise.resolve(['closed', ''])
    const stored = [revision, digest, id, ballot].join(':')
    this.#put(ballots, { [slot!]: stored })
    return Promise.resolve(['ok', stored])
  }

  /** Everybody may vote anew. */
  clear(ballots: string): void {
    this.#hashes.delete(ballots)
  }

  #hash(key: string): Map<string, string> {
    return this.#hashes.get(key) ?? new Map<string, string>()
  }

  #put(key: string, fields: Record<string, string>): void {
    const hash = this.#hash(key)
    for (const [field, value] of Object.entries(fields)) hash.set(field, value)
    this.#hashes.set(key, hash)
  }
}
