import type { NavigationGuard, RouteRecordRaw } from 'vue-router'
import { useLanguage } from '../../stores/language.ts'
import { useAccount } from './account/account.ts'

/** A page appears with its words, never with their keys. */
const withWords: NavigationGuard = async () => {
  await useLanguage().load('desk')
}

/** Who is not signed in signs in first, and is brought back to where he wanted to go. */
const signedIn: NavigationGuard = async (to) => {
  const state = await useAccount().look()
  return state === 'out' ? { path: '/sign-in', query: { next: to.fullPath } } : true
}

/** The pages of the desk, each with the code that it needs when it is first opened. */
export const deskRoutes: RouteRecordRaw[] = [
  { path: '/sign-in', beforeEnter: withWords, component: () => import('./account/SignInPage.vue') },
  {
    path: '/invite/:token',
    beforeEnter: withWords,
    component: () => import('./account/InvitePage.vue'),
    props: true,
  },
  {
    path: '/desk',
    component: () => import('./DeskShell.vue'),
    beforeEnter: [withWords, signedIn],
    children: [
      { path: '', component: () => import('./plan/PlanListPage.vue') },
      { path: 'plans/new', component: () => import('./plan/PlanNewPage.vue') },
      { path: 'plans/:id', component: () => import('./plan/PlanPage.vue'), props: true },
      { path: 'plans/:id/tasks', component: () => import('./tasks/TaskListPage.vue'), props: true },
      {
        path: 'plans/:id/sessions/new',
        component: () => import('./session/SessionNewPage.vue'),
        props: ({ params, query }) => ({ id: params.id, stage: query.stage }),
      },
      { path: 'sessions/:id', component: () => import('./session/SessionPage.vue'), props: true },
      { path: 'results/:digest', component: () => import('./results/ResultPage.vue'), props: true },
      { path: 'accounts', component: () => import('./account/AccountsPage.vue') },
    ],
  },
]
