import { describe, expect, it } from 'vitest'
import { helpText, publicAddress, readConfig } from './config.ts'

const settingsOf = (env: NodeJS.ProcessEnv) => {
  const outcome = readConfig(env)
  if (!outcome.ok) throw new Error(outcome.mistakes.join('\n'))
  return outcome.settings
}
const mistakesOf = (env: NodeJS.ProcessEnv) => {
  const outcome = readConfig(env)
  return outcome.ok ? [] : outcome.mistakes
}

describe('settings', () => {
  it('[CONFIG-1] an empty environment is a complete one', () => {
    expect(settingsOf({})).toMatchObject({ port: 3000, host: undefined, logLevel: 'info', admin: undefined })
    expect(settingsOf({}).dataDir).toMatch(/[/\\]data$/)
  })

  it('[CONFIG-1] an empty variable counts as not set', () => {
    expect(settingsOf({ PORT: '', REDIS_URL: '', PUBLIC_URL: '' })).toMatchObject({ port: 3000, redisUrl: undefined })
  })

  it('[CONFIG-2] every mistake is named at once, one line each', () => {
    const mistakes = mistakesOf({
      PORT: '70000',
      PUBLIC_URL: 'madang.kr',
      REDIS_URL: 'localhost:6379',
      DATABASE_URL: 'mysql://db',
      ADMIN_EMAIL: 'nobody',
      ADMIN_PASSWORD: 'short',
      LOG_LEVEL: 'loud',
      NODE_NAME: 'a b',
    })
    expect(mistakes).toHaveLength(8)
    for (const line of mistakes) expect(line).toMatch(/^[A-Z_]+ must [^\n]+$/)
  })

  it.each([
    ['PORT', '-1'],
    ['PORT', '80x'],
    ['PORT', '65536'],
    ['PUBLIC_URL', '/madang'],
    ['PUBLIC_URL', 'https://a.kr/madang'],
    ['PUBLIC_URL', 'ftp://a.kr'],
    ['PUBLIC_URL', 'http://'],
  ])('[CONFIG-2] refuses %s=%s', (name, value) => {
    expect(mistakesOf({ [name]: value })).toEqual([expect.stringContaining(name)])
  })

  it('[CONFIG-2] an administrator needs both an address and a password', () => {
    expect(mistakesOf({ ADMIN_EMAIL: 'a@b.kr' })).toEqual(['ADMIN_PASSWORD must be set too when ADMIN_EMAIL is'])
    expect(mistakesOf({ ADMIN_PASSWORD: 'long enough' })).toEqual([
      'ADMIN_EMAIL must be set too when ADMIN_PASSWORD is',
    ])
  })

  it('[CONFIG-3] a mistake never repeats a secret', () => {
    const said = mistakesOf({
      DATABASE_URL: 'pg//u:geheim@db',
      REDIS_URL: 'r:geheim@r',
      ADMIN_EMAIL: 'x',
      ADMIN_PASSWORD: 'geheim',
    })
    expect(said.join('\n')).not.toContain('geheim')
  })

  it('[CONFIG-4] the address for phones is the one set, else the one that listens', () => {
    expect(
      publicAddress({ publicUrl: settingsOf({ PUBLIC_URL: 'https://a.kr/' }).publicUrl, host: undefined }, 1),
    ).toBe('https://a.kr')
    expect(publicAddress({ publicUrl: undefined, host: '127.0.0.1' }, 4000)).toBe('http://127.0.0.1:4000')
    expect(publicAddress({ publicUrl: undefined, host: '::1' }, 4000)).toBe('http://[::1]:4000')
    expect(publicAddress({ publicUrl: undefined, host: undefined }, 4000)).toMatch(/^http:\/\/[\w.]+:4000$/)
  })

  it('[CONFIG-5] --help names every setting', () => {
    for (const name of [
      'PORT',
      'HOST',
      'PUBLIC_URL',
      'DATA_DIR',
      'REDIS_URL',
      'DATABASE_URL',
      'ADMIN_EMAIL',
      'ADMIN_PASSWORD',
    ]) {
      expect(helpText()).toContain(name)
    }
  })
})
