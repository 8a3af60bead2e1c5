import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** All custom properties of the blocks whose selector list contains the given selector, in the order of the file. */
function block(selector: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, selectors, body] of css.matchAll(/(^[^{}@/]+)\{([^{}]*)\}/gm)) {
    if (!selectors!.split(',').some((one) => one.trim() === selector)) continue
    for (const [, name, value] of body!.matchAll(/(--[\w-]+):\s*([^;]+);/g)) found[name!] = value!
  }
  return found
}

const light = block(':root')
const themes = {
  light,
  projector: { ...light, ...block("[data-surface='projector']") },
  dark: { ...light, ...block("[data-surface='projector']"), ...block("[data-theme='dark']") },
}

function luminance(theme: Record<string, string>, token: string): number {
  const value = theme[token] ?? ''
  const reference = /^var\((--[\w-]+)\)$/.exec(value)
  if (reference) return luminance(theme, reference[1]!)
  const channels = [1, 3, 5].map((at) => parseInt(value.slice(at, at + 2), 16) / 255)
  const [r, g, b] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(theme: Record<string, string>, one: string, other: string) {
  const [dark, bright] = [luminance(theme, one), luminance(theme, other)].sort((a, b) => a - b) as [number, number]
  return (bright + 0.05) / (dark + 0.05)
}

const texts: [text: string, grounds: string[]][] = [
  ['--color-text', ['--color-ground', '--color-surface', '--color-surface-soft', '--color-surface-hover']],
  ['--color-text-soft', ['--color-ground', '--color-surface', '--color-surface-soft']],
  ['--color-text-faint', ['--color-ground', '--color-surface', '--color-surface-soft', '--color-primary-soft']],
  ['--color-primary', ['--color-ground', '--color-surface', '--color-primary-soft']],
  ['--color-on-primary', ['--color-primary', '--color-primary-hover']],
  ['--color-on-danger', ['--color-danger-fill', '--color-danger-fill-hover']],
  ['--color-bar-text', ['--color-bar-ground']],
  ['--color-bar-action', ['--color-bar-ground']],
  ['--color-on-rehearsal', ['--color-rehearsal']],
  ...['info', 'success', 'warning', 'danger'].map((tone): [string, string[]] => [
    `--color-${tone}`,
    ['--color-surface', '--color-ground', `--color-${tone}-soft`],
  ]),
]
const parts: [part: string, grounds: string[]][] = [
  ['--color-line-control', ['--color-surface', '--color-ground']],
  ['--color-line-invalid', ['--color-surface']],
  ['--color-focus', ['--color-surface', '--color-ground']],
  ['--color-primary-fill', ['--color-surface', '--color-track']],
  ['--color-primary-fill-soft', ['--color-surface', '--color-ground']],
]

const least = { light: 4.5, projector: 7, dark: 7 }

for (const name of ['light', 'projector', 'dark'] as const) {
  it(`keeps every text readable: ${name}, ${least[name]} : 1`, () => {
    for (const [text, grounds] of texts)
      for (const ground of grounds)
        expect(contrast(themes[name], text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(least[name])
  })

  it(`keeps borders, focus and bars visible: ${name}, 3 : 1`, () => {
    for (const [part, grounds] of parts)
      for (const ground of grounds)
        expect(contrast(themes[name], part, ground), `${part} on ${ground}`).toBeGreaterThanOrEqual(3)
  })
}

it('answers every colour of the light theme in the dark one', () => {
  const dark = block("[data-theme='dark']")
  expect(Object.keys(light).filter((token) => token.startsWith('--color-') && !(token in dark))).toEqual([])
})
