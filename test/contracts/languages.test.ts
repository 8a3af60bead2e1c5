import { describe, expect, it } from 'vitest'
import { refusalCodes } from '../../shared/base/refusals.ts'
import { fill, languages, type Surface } from '../../shared/i18n/index.ts'
import { reachedFrom, sources, type Source } from './sources.ts'

const surfaces: readonly Surface[] = ['phone', 'hall', 'desk', 'recount']
type Catalogue = Record<string, string>
const load = async (id: string, surface: Surface): Promise<Catalogue> =>
  (await languages[id]!.catalogues[surface]()).default

const korean = Object.fromEntries(
  await Promise.all(surfaces.map(async (surface) => [surface, await load('ko', surface)] as const)),
) as Record<Surface, Catalogue>
const everything: Catalogue = { ...korean.phone, ...korean.hall, ...korean.desk, ...korean.recount }

/** The names of what a sentence leaves open, sorted: `{max}`, `{max:sticker/stickers}`. */
const gaps = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)(?::[^}]*)?\}/g)].map(([, name]) => name ?? ''))].sort()

const all = Object.keys(languages)
const others = all.filter((id) => id !== 'ko')

describe.each(all)('the language %s', (id) => {
  it.each(surfaces)('[I18N-1] %s: has a text for every key, and none is empty', async (surface) => {
    const catalogue = await load(id, surface)
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(korean[surface]).sort())
    expect(Object.entries(catalogue).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('[I18N-1] has a sentence for every refusal, with the gaps that Korean has', async () => {
    const own = (await languages[id]!.refusals()).refusalTexts
    const ko = (await languages.ko!.refusals()).refusalTexts
    expect(Object.keys(own).sort()).toEqual([...refusalCodes].sort())
    for (const code of refusalCodes) {
      expect(own[code].trim(), code).not.toBe('')
      expect(gaps(own[code]), code).toEqual(gaps(ko[code]))
    }
  })

  it('[I18N-3] fills every gap, whatever the value', async () => {
    const { language } = languages[id]!
    for (const surface of surfaces) {
      for (const [key, text] of Object.entries(await load(id, surface))) {
        for (const value of [0, 1, 21, '마당', '협동조합', '“판로”', '']) {
          const filled = fill(text, Object.fromEntries(gaps(text).map((name) => [name, value])), language)
          expect(filled, `${surface} ${key}`).not.toMatch(/[{}]/)
        }
      }
    }
  })

  it('says what it is called and which way it reads', () => {
    const { language } = languages[id]!
    expect(language.id).toBe(id)
    expect(language.name).not.toBe('')
    expect(['ltr', 'rtl']).toContain(language.direction)
  })
})

describe.each(others)('the language %s beside Korean', (id) => {
  it.each(surfaces)('[I18N-2] %s: leaves the same gaps', async (surface) => {
    const catalogue = await load(id, surface)
    const differing = Object.entries(korean[surface]).filter(
      ([key, text]) => gaps(catalogue[key] ?? '').join() !== gaps(text).join(),
    )
    expect(differing).toEqual([])
  })
})

/* Where words are used: as a literal key, or as the beginning of one that is put together. */
const files = sources('client', 'server', 'shared').filter(({ file }) => !file.startsWith('shared/i18n/'))
const literals = new Set(
  files.flatMap(({ text }) =>
    [...text.matchAll(/'([\w.]+)'|"([\w.]+)"|`([\w.]+)`/g)].map(([, a, b, c]) => a ?? b ?? c),
  ),
)
const beginnings = [
  ...new Set(
    files.flatMap(({ text }) => [...text.matchAll(/`([A-Za-z]+(?:\.[A-Za-z]+)*\.)\$\{/g)].map(([, start]) => start!)),
  ),
]
const usedIn = (own: readonly Source[]): string[] =>
  own.flatMap(({ text }) => [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key!))

describe('the words on the screens', () => {
  it('[I18N-4] every text is used somewhere', () => {
    const unused = Object.keys(everything).filter(
      (key) => !literals.has(key) && !beginnings.some((start) => key.startsWith(start)),
    )
    expect(unused).toEqual([])
  })

  it('[I18N-4] every text that a screen asks for is there', () => {
    expect(usedIn(files).filter((key) => !(key in everything))).toEqual([])
  })

  it('[I18N-4] every key that is put together has texts to find', () => {
    const asked = files.flatMap(({ text }) => [...text.matchAll(/\bt\(\s*`([\w.]+\.)\$\{/g)].map(([, start]) => start!))
    const missing = asked.filter((start) => !Object.keys(everything).some((key) => key.startsWith(start)))
    expect(missing).toEqual([])
  })

  it('[I18N-5] the phone asks only for words that it has loaded', () => {
    const foreign = usedIn(reachedFrom('client/phone.ts')).filter((key) => !(key in korean.phone))
    expect(foreign).toEqual([])
  })

  it('says the reasons for hiding, the kinds of session and the like wherever a list of them is shown', () => {
    expect(beginnings).toContain('hideReason.')
    expect(beginnings).toContain('sessionKind.')
  })
})
