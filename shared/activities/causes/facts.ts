import { limits } from '../../base/limits.ts'
import type { Cause, CauseStep, Material } from '../material.ts'
import type { CausesActivity } from './activity.ts'
import { causesIn } from './graph.ts'

export type CausesFact =
  | { type: 'causeAdded'; cause: Cause }
  | { type: 'causeRevised'; cause: string; text: string }
  | { type: 'causeWithdrawn'; cause: string }
  | { type: 'causesArranged' | 'causeStepUndone'; step: CauseStep }
  | { type: 'causesStaged'; activity: CausesActivity }
  /** the priority-task list has the chosen causes: the digest of what was filed */
  | { type: 'causesFiled'; digest: string }

export function applyCauses(fact: CausesFact, material: Material): Material {
  switch (fact.type) {
    case 'causeAdded':
      return added(fact.cause, material)
    case 'causeRevised':
      return changed(material, fact.cause, { text: fact.text })
    case 'causeWithdrawn':
      return changed(material, fact.cause, { withdrawn: true })
    case 'causesArranged':
      return pushed(
        fact.step.changes.reduce((m, { cause, after }) => changed(m, cause, { placement: after }), material),
        fact.step,
      )
    case 'causeStepUndone':
      return {
        ...fact.step.changes.reduce(
          (m, { cause, before }) => changed(m, cause, before ? { placement: before } : { withdrawn: true }),
          material,
        ),
        causeUndo: (material.causeUndo ?? []).slice(0, -1),
      }
    case 'causesFiled':
      return { ...material, causesFiled: fact.digest }
    case 'causesStaged':
      return material
  }
}

const changed = (material: Material, id: string, change: Partial<Cause>): Material => {
  const cause = causesIn(material)[id]
  return cause ? { ...material, causes: { ...causesIn(material), [id]: { ...cause, ...change } } } : material
}

const pushed = (material: Material, step: CauseStep): Material => ({
  ...material,
  causeUndo: [...(material.causeUndo ?? []), step].slice(-limits.undoSteps),
})

/** What a facilitator adds can be undone like any other step; what a resident adds is the resident's. */
function added(cause: Cause, material: Material): Material {
  const causes = { ...causesIn(material), [cause.id]: cause }
  const next = { ...material, causes, nextIssue: material.nextIssue + 1 }
  if (cause.author !== null) return next
  return pushed(next, { action: 'add', changes: [{ cause: cause.id, before: null, after: cause.placement }] })
}
