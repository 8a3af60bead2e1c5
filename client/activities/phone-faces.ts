import { defineAsyncComponent, type Component } from 'vue'
import type { KindId } from '../../shared/activities/index.ts'
import { keepTrying } from '../ballots/keep-trying.ts'
import PlainPhone from './PlainPhone.vue'
import VotePhone from './vote/VotePhone.vue'

/** Not every session has one: it loads when it is first met, until then the step's title stands there. */
const later = (load: () => Promise<Component>) =>
  defineAsyncComponent({ loader: () => keepTrying(load), loadingComponent: PlainPhone })

const loadCollect = () => import('./collect/CollectPhone.vue')
/** Most sessions begin with writing: it is asked for as soon as the first screen stands. */
export const preloadCollect = (): void => void keepTrying(loadCollect)

/** The phone's face of each kind of activity; a kind that is not here gets the plain one. */
const faces: Partial<Record<KindId, Component>> = {
  collect: later(loadCollect),
  group: later(() => import('./group/GroupPhone.vue')),
  discuss: later(() => import('./discuss/DiscussPhone.vue')),
  coding: later(() => import('./coding/CodingPhone.vue')),
  memberCheck: later(() => import('./member-check/MemberCheckPhone.vue')),
  causes: later(() => import('./causes/CausesPhone.vue')),
  vote: VotePhone,
  words: later(() => import('./words/WordsPhone.vue')),
  present: later(() => import('./present/PresentPhone.vue')),
}
export const phoneFace = (kind: KindId): Component => faces[kind] ?? PlainPhone
