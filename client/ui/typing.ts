import { nextTick, onMounted, watch, type Ref } from 'vue'

type TextControl = HTMLInputElement | HTMLTextAreaElement

/**
 * Binds a text control to a model without breaking Hangul composition: every keystroke is told at once, so that the
 * syllable in the making counts, but the control's own value is never written while it is being composed.
 */
export function useTyping(control: Ref<TextControl | null>, model: Ref<string>, clean = (typed: string) => typed) {
  let isComposing = false

  function show() {
    const el = control.value
    if (el && !isComposing && el.value !== model.value) el.value = model.value
  }
  function tell() {
    model.value = clean(control.value?.value ?? '')
    void nextTick(show)
  }

  onMounted(show)
  watch(model, show, { flush: 'post' })

  return {
    input: tell,
    compositionstart: () => {
      isComposing = true
    },
    compositionend: () => {
      isComposing = false
      tell()
    },
  }
}
