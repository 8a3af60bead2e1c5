import type { NavigationGuard, RouteRecordRaw } from 'vue-router'
import { useLanguage } from '../../stores/language.ts'

/** A screen appears with its words, never with their keys. */
const withWords: NavigationGuard = async () => {
  await useLanguage().load('hall')
}

/** The two large screens of the hall, and the links that open one of them without an account. */
export const hallRoutes: RouteRecordRaw[] = [
  {
    path: '/console/:id',
    name: 'console',
    beforeEnter: withWords,
    component: () => import('./ConsolePage.vue'),
    props: ({ params, query }) => ({ credentials: { session: params.id, screen: 'console' }, from: query.from }),
    meta: { surface: 'console' },
  },
  {
    path: '/projector/:id',
    name: 'projector',
    beforeEnter: withWords,
    component: () => import('../projector/ProjectorPage.vue'),
    props: ({ params }) => ({ credentials: { session: params.id, screen: 'projector' } }),
    meta: { surface: 'projector' },
  },
  {
    path: '/coding/:id',
    beforeEnter: withWords,
    component: () => import('../coding/CodingPage.vue'),
    props: ({ params }) => ({ credentials: { session: params.id, screen: 'console' }, sessionId: params.id }),
    meta: { surface: 'console' },
  },
  {
    path: '/f/:token/:screen(coding)?',
    beforeEnter: withWords,
    component: () => import('./LinkPage.vue'),
    props: ({ params }) => ({ token: params.token, isCoding: params.screen === 'coding' }),
  },
]
