import { watchEffect } from 'vue'
import { useLanguage } from '../../../stores/language.ts'

/** Names the tab of the browser: the page first, then the program. */
export function usePageTitle(title: () => string) {
  const language = useLanguage()
  watchEffect(() => {
    const name = language.t('app.name')
    document.title = title() ? `${title()} · ${name}` : name
  })
}
