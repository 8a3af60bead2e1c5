import type { AgendaEntry } from './shown-step.ts'

/** The settings of all kinds as one form; each kind reads and writes its own part. */
export interface SettingsForm {
  perVoter: number
  perItem: number
  perPerson: number
  askDetail: boolean
  askField: boolean
}

const numberOr = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback)

export function readSettings({ settings }: Pick<AgendaEntry, 'settings'>): SettingsForm {
  const parameters = (settings.parameters ?? {}) as Record<string, unknown>
  return {
    perVoter: numberOr(parameters.perVoter, 3),
    perItem: numberOr(parameters.perItem, 1),
    perPerson: numberOr(settings.perPerson, 5),
    askDetail: settings.askDetail !== false,
    askField: settings.askField === true,
  }
}

/** What is sent: the settings that were there, with the form's part changed; nobody can put more on one than there is. */
export function writeSettings(
  { kind, settings }: Pick<AgendaEntry, 'kind' | 'settings'>,
  form: SettingsForm,
): Record<string, unknown> {
  const { perVoter, perItem, perPerson, askDetail, askField } = form
  switch (kind) {
    case 'vote':
      return {
        ...settings,
        parameters: { ...(settings.parameters as object), perVoter, perItem: Math.min(perItem, perVoter) },
      }
    case 'collect':
      return { ...settings, perPerson, askDetail, askField }
    case 'group':
      return settings
  }
}
