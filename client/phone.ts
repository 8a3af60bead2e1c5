import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { backoffMs } from './net/backoff.ts'
import PhoneApp from './screens/phone/PhoneApp.vue'
import { useLanguage } from './stores/language.ts'
import './ui/tokens.css'
import './ui/base.css'

const app = createApp(PhoneApp).use(createPinia())

/** Nothing is shown before its words are here; on a bad network they may need more than one attempt. */
async function start(attempt = 0): Promise<void> {
  try {
    await useLanguage().load('phone')
  } catch {
    await new Promise((resolve) => setTimeout(resolve, backoffMs(attempt)))
    return start(attempt + 1)
  }
  app.mount('#app')
}
void start()
