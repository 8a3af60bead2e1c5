import type { Component } from 'vue'
import type { KindId } from '../../shared/activities/index.ts'
import CausesHall from './causes/CausesHall.vue'
import CollectHall from './collect/CollectHall.vue'
import DiscussHall from './discuss/DiscussHall.vue'
import PlainHall from './PlainHall.vue'
import MemberCheckHall from './member-check/MemberCheckHall.vue'
import PresentHall from './present/PresentHall.vue'
import VoteHall from './vote/VoteHall.vue'
import WordsHall from './words/WordsHall.vue'

/** The hall's face of each kind of activity, on the projector and in its preview; the wall serves collecting and grouping. */
const faces: Partial<Record<KindId, Component>> = {
  collect: CollectHall,
  group: CollectHall,
  discuss: DiscussHall,
  coding: CollectHall,
  memberCheck: MemberCheckHall,
  causes: CausesHall,
  vote: VoteHall,
  words: WordsHall,
  present: PresentHall,
}
export const hallFace = (kind: KindId): Component => faces[kind] ?? PlainHall
