import { describe, expect, it } from 'vitest'
import { OptionError, parseOptions } from './options.ts'

const needed = ['--url', 'http://localhost:3000/', '--code', '123456', '--participants', '30']

describe('parseOptions', () => {
  it('fills in the usual values and takes the slash from the address', () => {
    expect(parseOptions([...needed, '--seed', 'x'])).toEqual({
      url: 'http://localhost:3000',
      code: '123456',
      participants: 30,
      scenario: 'workshop',
      seconds: 120,
      stay: false,
      watch: null,
      seed: 'x',
      json: false,
    })
  })

  it('makes a seed of its own, another each time', () => {
    const seeds = [parseOptions(needed), parseOptions(needed)].map((options) => options !== 'help' && options.seed)
    expect(seeds[0]).not.toBe(seeds[1])
  })

  it('takes the token of a QR code in place of the digits, also one that begins with a hyphen', () => {
    const code = '-abcdefghijklmnopqrstuv'
    expect(parseOptions(['--url=http://localhost', `--code=${code}`, '--participants=1'])).toMatchObject({ code })
  })

  it('asks for nothing else when help is wanted', () => {
    expect(parseOptions(['--help'])).toBe('help')
  })

  it.each([
    [['--bogus'], /bogus/],
    [[...needed, 'extra'], /extra/],
    [['--url', 'http://x', '--participants', '3'], /--code is missing/],
    [[...needed, '--url', 'ftp://x'], /--url needs/],
    [[...needed, '--code', '12345'], /--code needs/],
    [[...needed, '--participants', '0'], /--participants needs/],
    [[...needed, '--participants', '2.5'], /--participants needs/],
    [[...needed, '--participants', 'many'], /--participants needs/],
    [[...needed, '--scenario', 'quiet'], /workshop, vote, storm/],
    [[...needed, '--seconds', '-1'], /seconds/],
    [[...needed, '--watch', 'short'], /--watch needs/],
  ])('[REHEARSE-1] says in one line what it cannot mean: %j', (argv, line) => {
    const attempt = () => parseOptions(argv)
    expect(attempt).toThrow(OptionError)
    expect(attempt).toThrow(line)
    expect(attempt).toThrow(/^[^\n]+$/)
  })
})
