import type { StickersBallot } from '../../../shared/ballots/stickers.ts'
import { defineBallotFace, type ParametersOf } from '../face.ts'
import { wordsIn } from '../words.ts'
import { countStickers } from './count.ts'
import StickersInput from './StickersInput.vue'
import { texts } from './texts.ts'

export const stickers = defineBallotFace<StickersBallot>({
  shape: 'stickers',
  input: StickersInput,
  empty: () => ({ stickers: {} }),
  progress({ stickers }, { parameters }, language) {
    const say = wordsIn(texts, language)
    const left = (parameters as ParametersOf<'stickers'>).perVoter - countStickers(stickers)
    return {
      note: left > 0 ? say('left', { n: left }) : say('allChosen'),
      isBlank: Object.keys(stickers).length === 0,
      maySend: true,
    }
  },
  lines({ stickers }, { candidates, parameters }, language) {
    const say = wordsIn(texts, language)
    const { perItem, negative } = parameters as ParametersOf<'stickers'>
    const figure = (n: number) => (n < 0 ? say('against', { n: -n }) : say('stickers', { n }))
    return candidates
      .flatMap(({ id, title }) => {
        const n = stickers[id]
        return n === undefined ? [] : [{ id, title, n }]
      })
      .sort((a, b) => b.n - a.n)
      .map(({ n, ...item }) => (perItem === 1 && negative === 0 ? item : { ...item, figure: figure(n) }))
  },
})
