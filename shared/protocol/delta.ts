/*
 * What changed between two views, so that a wall of 300 issues is not sent again for one. Plain functions without the
 * schema library: the phone runs them too.
 */

/**
 * - `['=', value]`: this value takes the place of what was there
 * - `['o', changed, gone]`: members of an object that changed or came, by name, and the names that are gone
 * - `['a', start, removed, inserted, changed]`: from `start` on, `removed` entries of a list give way to `inserted`;
 *   `changed` are entries that stayed, by their place in the new list
 */
export type Delta =
  ['=', unknown] | ['o', Record<string, Delta>, string[]] | ['a', number, number, unknown[], Record<string, Delta>]

/** The change from one JSON value to another; null when they are equal. */
export function difference(before: unknown, after: unknown): Delta | null {
  if (Object.is(before, after)) return null
  if (Array.isArray(before) && Array.isArray(after)) return listDifference(before, after)
  if (isObject(before) && isObject(after)) return objectDifference(before, after)
  return ['=', after]
}

/** The value after a change; what it leaves alone is the same object as before. Throws when it does not fit. */
export function applyDelta(before: unknown, delta: Delta): unknown {
  switch (delta[0]) {
    case '=':
      return delta[1]
    case 'o': {
      if (!isObject(before)) throw new TypeError('this change is for an object')
      const next = new Map(Object.entries(before))
      for (const name of delta[2]) next.delete(name)
      for (const [name, change] of Object.entries(delta[1])) next.set(name, applyDelta(next.get(name), change))
      // Made of entries, so that no name (__proto__) is more than a name.
      return Object.fromEntries(next)
    }
    case 'a': {
      if (!Array.isArray(before)) throw new TypeError('this change is for a list')
      const [, start, removed, inserted, changed] = delta
      const next = [...(before as unknown[])]
      next.splice(start, removed, ...inserted)
      for (const [place, change] of Object.entries(changed))
        next[Number(place)] = applyDelta(next[Number(place)], change)
      return next
    }
  }
}

function objectDifference(before: Record<string, unknown>, after: Record<string, unknown>): Delta | null {
  const changed = Object.entries(after).flatMap(([name, value]): [string, Delta][] => {
    const change: Delta | null = Object.hasOwn(before, name) ? difference(before[name], value) : ['=', value]
    return change ? [[name, change]] : []
  })
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name))
  return changed.length + gone.length === 0 ? null : ['o', Object.fromEntries(changed), gone]
}

/** Entries with an id are the same entry when the id is; what is between the common beginning and end is replaced. */
function listDifference(before: readonly unknown[], after: readonly unknown[]): Delta | null {
  let start = 0
  while (start < before.length && start < after.length && isSame(before[start], after[start])) start += 1
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1
  const changed: Record<string, Delta> = {}
  const keep = (from: number, to: number) => {
    const change = difference(before[from], after[to])
    if (change) changed[to] = change
  }
  for (let i = 0; i < start; i += 1) keep(i, i)
  for (let i = 1; i <= end; i += 1) keep(before.length - i, after.length - i)
  const removed = before.length - start - end
  const inserted = after.slice(start, after.length - end)
  if (removed + inserted.length + Object.keys(changed).length === 0) return null
  return ['a', start, removed, inserted, changed]
}

function isSame(a: unknown, b: unknown): boolean {
  if (isObject(a) && isObject(b) && typeof a.id === 'string') return a.id === b.id
  return difference(a, b) === null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
