import type { Component } from 'vue'
import type { KindId } from '../../shared/activities/index.ts'
import CollectPhone from './collect/CollectPhone.vue'
import GroupPhone from './group/GroupPhone.vue'
import PlainPhone from './PlainPhone.vue'
import VotePhone from './vote/VotePhone.vue'

/** The phone's face of each kind of activity; a kind that is not here gets the plain one. */
const faces: Partial<Record<KindId, Component>> = { collect: CollectPhone, group: GroupPhone, vote: VotePhone }
export const phoneFace = (kind: KindId): Component => faces[kind] ?? PlainPhone
