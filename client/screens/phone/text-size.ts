import { ref } from 'vue'
import { isText, recall, remember } from '../../net/storage.ts'

const KEY = 'madang.textSize'
const sizes = ['normal', 'large', 'larger'] as const
type TextSize = (typeof sizes)[number]

/** Three sizes of text, kept on the phone; the page's body carries the present one for the tokens. */
export function useTextSize() {
  const kept = recall(KEY, isText)
  const size = ref<TextSize>(sizes.find((one) => one === kept) ?? 'normal')

  function show() {
    document.body.dataset.text = size.value
  }
  function step(by: 1 | -1) {
    const next = sizes[sizes.indexOf(size.value) + by]
    if (!next) return
    size.value = next
    remember(KEY, next)
    show()
  }
  show()
  return { size, step, sizes }
}
