import type { z } from 'zod'
import type { Outcome } from '../base/outcome.ts'
import type { Texts } from '../base/texts.ts'
import type { Context, Material } from './material.ts'

/** The part of an activity that all kinds share. */
export interface ActivityFrame {
  id: string
  title: string
  /** planned length */
  minutes: number
  /** of a vote that is held again: the vote before it */
  roundOf?: string
}

/**
 * One kind of activity: how it is prepared, what can be done in it, and what each audience sees of it. All pure.
 * `open`, `close` and `decide` answer with what comes next or a refusal; `apply` turns a fact into the next material
 * and never fails.
 */
export interface ActivityKind<Kind extends string, Activity extends ActivityFrame, Command, Fact, PhoneStep, HallStep> {
  kind: Kind
  texts: { name: Texts; purpose: Texts }
  /** what is set when it is prepared; the schema fills in the usual values */
  settings: z.ZodType
  /** schemas of the kind's own commands, each with its literal `type` */
  commands: readonly z.ZodType[]
  /** types of the facts that `apply` understands */
  facts: readonly string[]
  begin(frame: ActivityFrame, settings: unknown): Activity
  /** `activities`: all of the session of this kind, for what goes on from an earlier one */
  open(activity: Activity, material: Material, activities?: readonly Activity[]): Outcome<Activity>
  close(activity: Activity, context: Context): Outcome<Activity>
  decide(command: Command, activities: readonly Activity[], material: Material, context: Context): Outcome<Fact[]>
  apply(fact: Fact, material: Material): Material
  /** schemas of the two views, for the documentation and its tests */
  steps: { phone: z.ZodType<PhoneStep>; hall: z.ZodType<HallStep> }
  /** what a phone may see: never a standing before the reveal */
  phone(activity: Activity, material: Material): PhoneStep
  /** what the hall may see, on the projector and in the console's preview of it */
  hall(activity: Activity, material: Material): HallStep
}

/** Keeps a kind's own types while it is checked against the shape that all kinds share. */
export const defineActivityKind = <Kind extends string, Activity extends ActivityFrame, Command, Fact, Phone, Hall>(
  kind: ActivityKind<Kind, Activity, Command, Fact, Phone, Hall>,
): ActivityKind<Kind, Activity, Command, Fact, Phone, Hall> => kind
