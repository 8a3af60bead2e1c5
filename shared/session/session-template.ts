import { z } from 'zod'
import { AgendaItem } from '../activities/index.ts'
import { limits } from '../base/limits.ts'
import { SessionKind, StageKey } from '../plan/template.ts'
import delphi from './templates/expert-delphi.json' with { type: 'json' }
import fgi from './templates/fgi.json' with { type: 'json' }
import issues from './templates/issue-workshop.json' with { type: 'json' }
import tasks from './templates/task-forum.json' with { type: 'json' }
import validity from './templates/validity-meeting.json' with { type: 'json' }
import vision from './templates/vision-workshop.json' with { type: 'json' }

/** A session ready to be held (회의 서식): its running order with everything that is set in it. */
export const SessionTemplateDraft = z.strictObject({
  title: z.string().trim().min(1).max(limits.title),
  kind: SessionKind,
  /** the stage that it is meant for */
  stage: StageKey,
  /** what it leaves behind, in a sentence */
  leaves: z.string().trim().max(limits.title),
  agenda: z.array(AgendaItem).min(1).max(limits.activitiesPerSession),
})
export type SessionTemplateDraft = z.output<typeof SessionTemplateDraft>

export const SessionTemplate = z.strictObject({
  /** of one that was saved from a session a UUID, of one that the program brings its name */
  id: z.string(),
  ...SessionTemplateDraft.shape,
  /** saved from a session of this office: it can be renamed and removed */
  isOwn: z.boolean(),
})
export type SessionTemplate = z.output<typeof SessionTemplate>

const brought = (id: string, draft: unknown): SessionTemplate => ({
  id,
  ...SessionTemplateDraft.parse(draft),
  isOwn: false,
})
/** Those that the program brings. A new one is a JSON file and a line. */
export const sessionTemplates: readonly SessionTemplate[] = [
  brought('issue-workshop', issues),
  brought('fgi', fgi),
  brought('vision-workshop', vision),
  brought('task-forum', tasks),
  brought('expert-delphi', delphi),
  brought('validity-meeting', validity),
]

/** What of an own template can be changed: its name, and whether it is in the list. */
export const SessionTemplateEdit = z.strictObject({
  title: z.string().trim().min(1).max(limits.title).optional(),
  isRemoved: z.boolean().optional(),
})
export type SessionTemplateEdit = z.infer<typeof SessionTemplateEdit>
