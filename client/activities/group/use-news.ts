import { ref, watch } from 'vue'
import { useLanguage } from '../../stores/language.ts'
import { useSession } from '../../stores/session.ts'
import type { BoardColumn } from './columns.ts'
import { newsTexts, somebody, undid } from './texts.ts'
import type { BoardProps } from './use-board.ts'

/** What somebody else has done on the board, in a sentence, and which cards it has moved. */
export function useNews(
  news: () => BoardProps['news'],
  columns: () => readonly BoardColumn[],
  isOwn: (card: string) => boolean,
  flash: (cards: readonly string[]) => void,
) {
  const { tell } = useLanguage()
  const session = useSession()
  const message = ref('')

  watch(
    () => news()?.number,
    () => {
      const last = news()
      if (!last || last.by?.id === session.you) return
      const who = last.by?.name || tell(somebody)
      const action = last.action === 'putInGroup' && last.group === null ? 'takeOut' : last.action
      const words = last.isUndoing ? undid : newsTexts[action]
      message.value = tell(words, { who, n: last.issues, group: last.group ?? '' })
    },
  )

  let places = placesOf(columns())
  watch(
    columns,
    (now) => {
      const next = placesOf(now)
      const moved = [...next].flatMap(([card, group]) => {
        const before = places.get(card)
        return before !== undefined && before !== group && !isOwn(card) ? [card] : []
      })
      places = next
      if (moved.length > 0) flash(moved)
    },
    { flush: 'post' },
  )

  return { message }
}

const placesOf = (columns: readonly BoardColumn[]): Map<string, string> =>
  new Map(columns.flatMap(({ id, rows }) => rows.map((row) => [row.id, id ?? 'none'] as const)))
