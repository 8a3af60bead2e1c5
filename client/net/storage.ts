/*
 * What a browser remembers between two loads. Storage may be blocked, full or absent: then the page remembers for as
 * long as it is open. Values are JSON; what is read was perhaps written by an older page, so the reader checks it.
 */

const memory = new Map<string, string>()

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}

function read(key: string): string | null {
  const unstored = memory.get(key)
  if (unstored !== undefined) return unstored
  try {
    return storage()?.getItem(key) ?? null
  } catch {
    return null
  }
}

/** The value under this key if it is there and passes the check, else null. */
export function recall<T>(key: string, isValid: (value: unknown) => value is T): T | null {
  const text = read(key)
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return isValid(value) ? value : null
  } catch {
    return null
  }
}

export function remember(key: string, value: unknown): void {
  const text = JSON.stringify(value)
  try {
    const place = storage()
    if (!place) throw new Error('no storage')
    place.setItem(key, text)
    memory.delete(key)
  } catch {
    memory.set(key, text)
  }
}

export function forget(key: string): void {
  memory.delete(key)
  try {
    storage()?.removeItem(key)
  } catch {
    // Blocked storage keeps nothing, so there is nothing to forget.
  }
}

/** All keys that begin so, in no particular order. */
export function keysUnder(prefix: string): string[] {
  const stored: string[] = []
  try {
    const place = storage()
    for (let i = 0; place && i < place.length; i += 1) stored.push(place.key(i) ?? '')
  } catch {
    // Blocked storage has no keys.
  }
  return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(prefix))
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isText = (value: unknown): value is string => typeof value === 'string'
