import { activityKinds, kindIds, type AgendaItem, type KindId } from '../../../../shared/activities/index.ts'
import { textIn, type Texts } from '../../../../shared/base/texts.ts'
import { pollSettings, pollTexts, type PollType } from '../../methods/poll.ts'
import { newActivity } from './session-form.ts'

/** What can be put into the running order with one press; a preset may be more than one step. */
export interface Preset {
  id: string
  name: Texts
  items(agenda: readonly AgendaItem[], language: string): AgendaItem[]
}
interface PresetGroup {
  name: Texts
  presets: Preset[]
}

const ofKind = (kind: KindId): Preset => ({
  id: kind,
  name: activityKinds[kind].texts.name,
  items: (agenda) => [newActivity(kind, '', agenda)],
})

function poll(type: PollType, name: Texts): Preset {
  return {
    id: `poll-${type}`,
    name,
    items: (agenda, language) => [pollItem(type, agenda, language)],
  }
}
function pollItem(type: PollType, agenda: readonly AgendaItem[], language: string, options: string[] = []): AgendaItem {
  const item = newActivity('vote', '', agenda)
  const ends: [string, string] = [textIn(pollTexts.lowUsual, language), textIn(pollTexts.highUsual, language)]
  const subject = { of: 'options' as const, options, ...(type === 'scale' && { ends }) }
  return { ...item, minutes: 3, settings: pollSettings(type, subject) } as AgendaItem
}

const survey = {
  title: { ko: '오늘 회의는 어떠셨나요?', en: 'How was this session?' },
  open: { ko: '더 하고 싶은 말씀을 적어 주세요', en: 'Is there anything else you would like to say?' },
  items: [
    { ko: '오늘 회의의 목적을 잘 알 수 있었다', en: 'I understood what the session was for' },
    { ko: '내 의견을 충분히 말할 수 있었다', en: 'I could say what I wanted to say' },
    { ko: '진행 시간이 알맞았다', en: 'The time was right' },
    { ko: '다음 회의에도 참여하고 싶다', en: 'I would like to come again' },
  ],
} satisfies Record<string, Texts | Texts[]>

/** The satisfaction survey at the end (만족도 조사): statements on a scale, and an open question. */
const satisfaction: Preset = {
  id: 'survey',
  name: { ko: '만족도 조사', en: 'Satisfaction survey' },
  items(agenda, language) {
    const options = survey.items.map((item) => textIn(item, language))
    const rated = { ...pollItem('scale', agenda, language, options), title: textIn(survey.title, language) }
    const open = newActivity('words', textIn(survey.open, language), [...agenda, rated])
    return [rated, { ...open, minutes: 3, settings: { perPerson: 1, show: 'cards', reveal: 'together' } } as AgendaItem]
  },
}

const among = (...ids: string[]): Preset[] => kindIds.filter((id) => ids.includes(id)).map(ofKind)

const named: PresetGroup[] = [
  { name: { ko: '의견 모으기', en: 'Collect' }, presets: among('collect', 'group', 'causes', 'words', 'discuss') },
  { name: { ko: '정하기', en: 'Decide' }, presets: among('coding', 'memberCheck', 'vote') },
  {
    name: { ko: '간단 설문', en: 'Quick poll' },
    presets: [
      poll('single', pollTexts.single),
      poll('multiple', pollTexts.multiple),
      poll('scale', pollTexts.scale),
      satisfaction,
    ],
  },
  { name: { ko: '보기·쉬기', en: 'Look and rest' }, presets: among('present', 'break') },
]
const grouped = new Set(named.flatMap(({ presets }) => presets.map(({ id }) => id)))
const rest = kindIds.filter((id) => !grouped.has(id)).map(ofKind)

/** Every kind stands in a group; one that nobody has put into one is among the others. */
export const presetGroups: readonly PresetGroup[] =
  rest.length > 0 ? [...named, { name: { ko: '그 밖', en: 'Others' }, presets: rest }] : named
