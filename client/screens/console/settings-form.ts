import type { DiscussSettings } from '../../../shared/activities/discuss/activity.ts'
import { CausesSettings, type CauseViewId } from '../../../shared/activities/causes/activity.ts'
import type { Subject } from '../../../shared/activities/vote/subject.ts'
import type { CollectSettings } from '../../../shared/activities/collect/activity.ts'
import { methodIds, type MethodId } from '../../../shared/methods/index.ts'
import type { Rule } from '../../../shared/results/rule-card.ts'
import { usualParameters } from '../methods/parameter-fields.ts'
import { WordsSettings } from '../../../shared/activities/words/activity.ts'
import type { AgendaEntry } from './shown-step.ts'

/** The settings of all kinds as one form; each kind reads and writes its own part. */
export interface SettingsForm {
  rule: Rule & { subject?: Subject | undefined }
  perPerson: number
  askDetail: boolean
  askField: boolean
  discuss: DiscussSettings
  view: CauseViewId
  categories: string[]
  collect: Pick<CollectSettings, 'reveal' | 'moderation' | 'form'>
  words: WordsSettings
}

const numberOr = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback)

export function readSettings({ settings }: Pick<AgendaEntry, 'settings'>): SettingsForm {
  const rule = settings as Partial<SettingsForm['rule']>
  const method = isMethod(rule.method) ? rule.method : 'stickers'
  return {
    rule: { ...rule, method, parameters: rule.parameters ?? usualParameters(method) },
    perPerson: numberOr(settings.perPerson, 5),
    askDetail: settings.askDetail !== false,
    askField: settings.askField === true,
    discuss: {
      questions: (settings.questions as DiscussSettings['questions'] | undefined) ?? [],
      phoneAnswers: settings.phoneAnswers !== false,
      people: numberOr(settings.people, 8),
    },
    ...causesPart(settings),
    collect: collectOptions(settings),
    words: WordsSettings.safeParse(settings).data ?? WordsSettings.parse({}),
  }
}

function causesPart(settings: AgendaEntry['settings']): Pick<SettingsForm, 'view' | 'categories'> {
  const known = CausesSettings.safeParse(settings)
  const { view, categories } = known.success ? known.data : CausesSettings.parse({})
  return { view, categories }
}

const collectOptions = ({ reveal, moderation, form }: Partial<CollectSettings>) => ({
  ...(reveal && { reveal }),
  ...(moderation && { moderation }),
  ...(form && { form }),
})

const isMethod = (id: unknown): id is MethodId => (methodIds as readonly unknown[]).includes(id)

/** What is sent: the settings that were there, with the form's part changed. */
export function writeSettings(
  { kind, settings }: Pick<AgendaEntry, 'kind' | 'settings'>,
  form: SettingsForm,
): Record<string, unknown> {
  const { rule, perPerson, askDetail, askField, discuss, collect, view, categories, words } = form
  switch (kind) {
    case 'vote':
      return { ...settings, ...rule }
    case 'collect':
      return { ...settings, perPerson, askDetail, askField, ...collect }
    case 'discuss':
      return { ...settings, ...discuss }
    case 'causes':
      return { ...settings, perPerson, view, categories }
    case 'words':
      return { ...words }
    case 'present':
    case 'group':
    case 'break':
    case 'coding':
    case 'memberCheck':
      return settings
  }
}
