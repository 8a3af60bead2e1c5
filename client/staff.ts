import './net/no-eval.ts'
import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'
import { createRouter, createWebHistory, RouterView } from 'vue-router'
import { speak } from './net/http.ts'
import { deskRoutes } from './screens/desk/routes.ts'
import { hallRoutes } from './screens/console/routes.ts'
import { useLanguage } from './stores/language.ts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/fonts/fonts.css'

const app = createApp(RouterView).use(createPinia())
const language = useLanguage()
watch(() => language.id, speak, { immediate: true })

const router = createRouter({ history: createWebHistory(), routes: [...hallRoutes, ...deskRoutes] })
/** Sizes follow the screen: the tokens read them from the body. */
router.afterEach(({ meta }) => {
  document.body.dataset.surface = typeof meta.surface === 'string' ? meta.surface : 'desk'
})
app.use(router).mount('#app')
