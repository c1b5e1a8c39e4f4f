import type { StageKind } from './pipeline.ts'

export const templateNames = ['retail', 'services', 'realEstate', 'education', 'repair'] as const
export type TemplateName = (typeof templateNames)[number]

type TemplateStage = Readonly<{ key: string; percent: number; kind: StageKind; staleDays: number | null }>

const open = (key: string, percent: number, staleDays: number): TemplateStage => ({ key, percent, kind: 'open', staleDays })
const onHold = (key: string, percent: number, staleDays: number): TemplateStage => ({ key, percent, kind: 'onHold', staleDays })
const ended = (won: string, lost = 'lost'): TemplateStage[] => [
  { key: won, percent: 100, kind: 'won', staleDays: null },
  { key: lost, percent: 0, kind: 'lost', staleDays: null },
]

/** What shops begin with. `key` is a name under `deals.templates.stages` in the locale files. */
export const templates: Readonly<Record<TemplateName, readonly TemplateStage[]>> = {
  retail: [open('inquiry', 20, 5), open('advice', 40, 7), open('offer', 60, 7), onHold('ordered', 90, 14), ...ended('sold')],
  services: [
    ...[open('inquiry', 10, 3), open('contacted', 25, 7), open('meeting', 45, 10), open('quote', 65, 7)],
    ...[onHold('thinking', 40, 21), ...ended('won')],
  ],
  realEstate: [
    ...[open('inquiry', 5, 3), open('viewing', 20, 7), open('secondViewing', 40, 7), open('application', 60, 5)],
    ...[open('contract', 85, 10), ...ended('signed', 'withdrawn')],
  ],
  education: [
    ...[open('inquiry', 10, 5), open('trial', 35, 10), open('application', 60, 10), onHold('waitingList', 50, 30)],
    ...ended('enrolled', 'withdrawn'),
  ],
  repair: [
    ...[open('accepted', 50, 2), open('estimate', 60, 3), onHold('approval', 70, 5), onHold('parts', 90, 10), open('repair', 95, 4)],
    ...ended('collected', 'declined'),
  ],
}
