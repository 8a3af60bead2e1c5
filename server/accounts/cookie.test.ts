import { expect, it } from 'vitest'
import { cookieText, endedCookieText, tokenIn } from './cookie.ts'

const token = 'A'.repeat(43)

it('[ACC-2] over HTTPS the cookie is bound to this host, over plain HTTP it is as narrow as a browser allows', () => {
  expect(cookieText(token, true)).toBe(`__Host-madang=${token}; Path=/; HttpOnly; SameSite=Strict; Secure`)
  expect(cookieText(token, false)).toBe(`madang=${token}; Path=/; HttpOnly; SameSite=Strict`)
  expect(endedCookieText(false)).toMatch(/^madang=; .*Max-Age=0$/)
})

it('[ACC-2] a token is read from its own cookie only', () => {
  expect(tokenIn(`a=b; madang=${token}; c=d`, false)).toBe(token)
  for (const header of [
    undefined,
    '',
    'madang=',
    'madang=short',
    `xmadang=${token}`,
    `madang=${token}; madang=${token}`,
  ]) {
    expect(tokenIn(header, false)).toBeNull()
  }
  expect(tokenIn(`madang=${token}`, true)).toBeNull()
})
