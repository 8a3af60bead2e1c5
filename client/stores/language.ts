import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { textIn, type Texts } from '../../shared/base/texts.ts'
import { fill, languages, type MessageKey, type Surface, type Values } from '../../shared/i18n/index.ts'
import { isText, recall, remember } from '../net/storage.ts'

const KEY = 'madang.language'
const FIRST = 'ko'
type Catalogue = Readonly<Record<string, string>>

/** The language of this browser: Korean first, another when somebody chose it; and every word on the screen. */
export const useLanguage = defineStore('language', () => {
  const kept = recall(KEY, isText)
  const id = ref(kept !== null && kept in languages ? kept : FIRST)
  const catalogue = shallowRef<Catalogue>({})
  const surfaces = new Set<Surface>()

  async function read(language: string): Promise<void> {
    const entry = languages[language]!
    const parts = await Promise.all([...surfaces].map((surface) => entry.catalogues[surface]()))
    catalogue.value = Object.assign({}, ...parts.map((part) => part.default)) as Catalogue
    id.value = language
    document.documentElement.lang = language
    document.documentElement.dir = entry.language.direction
  }

  /** Load the words of a surface; screens wait for it before they show anything. */
  async function load(surface: Surface): Promise<void> {
    if (surfaces.has(surface)) return
    surfaces.add(surface)
    await read(id.value).catch((error: unknown) => {
      surfaces.delete(surface)
      throw error
    })
  }

  async function choose(language: string): Promise<void> {
    if (!(language in languages)) return
    await read(language)
    remember(KEY, language)
  }

  /** The next language of the list: the switch that every screen has. */
  function switchOver(): Promise<void> {
    const all = Object.keys(languages)
    return choose(all[(all.indexOf(id.value) + 1) % all.length]!)
  }

  function t(key: MessageKey, values: Values = {}): string {
    return fill(catalogue.value[key] ?? key, values, languages[id.value]!.language)
  }

  /** A text that a method or a part of the screen brings along, instead of a catalogue's. */
  function tell(texts: Texts, values: Values = {}): string {
    return fill(textIn(texts, id.value), values, languages[id.value]!.language)
  }

  return { id, load, choose, switchOver, t, tell }
})
