import type { AttributeId, Profile } from '../../../../shared/base/profile.ts'

export type ProfileAttribute = Profile[number]

/* Coarse on purpose: who tells of themselves must not be found by it. Shares are the office's to fill in. */
const usual: Record<AttributeId, readonly string[]> = {
  ageBand: ['20대 이하', '30·40대', '50·60대', '70대 이상'],
  neighbourhood: ['', ''],
  affiliation: ['주민', '단체·기업', '전문가'],
}

export const usualAttribute = (attribute: AttributeId): ProfileAttribute => ({
  attribute,
  groups: usual[attribute].map((title, n) => ({ id: `g${n + 1}`, title, share: 0 })),
})

/** The list with one group more, whose id nobody had. */
export function withGroup(one: ProfileAttribute): ProfileAttribute {
  const id = `g${Math.max(0, ...one.groups.map(({ id }) => Number(id.slice(1)))) + 1}`
  return { ...one, groups: [...one.groups, { id, title: '', share: 0 }] }
}
