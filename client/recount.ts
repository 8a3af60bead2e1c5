import './net/no-eval.ts'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import RecountPage from './screens/recount/RecountPage.vue'
import { useLanguage } from './stores/language.ts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/fonts/fonts.css'

const app = createApp(RecountPage).use(createPinia())
void useLanguage()
  .load('recount')
  .then(() => app.mount('#app'))
