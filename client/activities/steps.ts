import type { HallStep, KindId, PhoneStep } from '../../shared/activities/index.ts'

/** What a face of one kind is given. */
export type PhoneStepOf<Kind extends KindId> = Extract<PhoneStep, { kind: Kind }>
export type HallStepOf<Kind extends KindId> = Extract<HallStep, { kind: Kind }>
export type Result = NonNullable<PhoneStepOf<'vote'>['result']>
