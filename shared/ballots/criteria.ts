import { z } from 'zod'
import { IssueId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { ScaleValue } from './scores.ts'
import type { ItemName } from './shape.ts'

/** The name of a criterion, as it stands in the vote's parameters. */
export const CriterionName = z.string().min(1).max(limits.criterionName)

/** A score by criterion and item; what somebody does not rate is left out. */
export const criteriaShape = (item: ItemName) => ({ criteria: z.record(CriterionName, z.record(item, ScaleValue)) })
export const CriteriaBallot = z.strictObject(criteriaShape(IssueId))
export type CriteriaBallot = z.infer<typeof CriteriaBallot>
