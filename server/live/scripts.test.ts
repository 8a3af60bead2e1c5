import { describe, expect, it } from 'vitest'
import { scripts } from './scripts.ts'

describe('scripts and their heads', () => {
  it.each(Object.entries(scripts))(
    '[LIVE-7] %s: the keys in the list are those in its head',
    (_name, { lua, keys }) => {
      const head = lua.slice(lua.indexOf('--[['), lua.indexOf(']]'))
      const named = [...head.slice(0, head.indexOf('ARGV')).matchAll(/(?:KEYS|\n {6,}) *(\d+) (\w+)/g)]
      expect(named.map(([, number, name]) => `${number} ${name}`)).toEqual(keys.map((key, i) => `${i + 1} ${key}`))
    },
  )

  it.each(Object.entries(scripts))('[LIVE-7] %s uses every key that it names, and no other', (_name, { lua, keys }) => {
    const used = new Set(
      [...lua.slice(lua.indexOf(']]')).matchAll(/KEYS\[(\d+)\]/g)].map(([, number]) => Number(number)),
    )
    expect([...used].sort()).toEqual(keys.map((_key, i) => i + 1))
  })
})
