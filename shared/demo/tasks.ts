import type { Language } from '../settings/model.ts'
import type { TaskFields, TaskKind, TaskPriority } from '../tasks/model.ts'
import { dayAfter, weekdayOf } from '../zone.ts'
import type { Dice } from './dice.ts'

type Plan = Readonly<{
  kind: TaskKind
  /** Days from today, and the time. */
  in: number
  at?: string
  priority?: TaskPriority
  rule?: string
  steps?: true
  /** It is about a client, whose name is put in for `{}`. */
  client?: true
}>

/** What a salon has on its mind, in the order of the texts below. */
const plans: readonly Plan[] = [
  { kind: 'todo', in: 0, at: '18:00', rule: 'FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA' },
  { kind: 'todo', in: 0, rule: 'FREQ=WEEKLY' },
  { kind: 'call', in: 0, at: '14:00', client: true, priority: 'high' },
  { kind: 'call', in: -1, client: true },
  { kind: 'call', in: 0, client: true },
  { kind: 'call', in: 0, client: true, priority: 'urgent' },
  { kind: 'email', in: 0, client: true },
  { kind: 'email', in: -2, client: true },
  { kind: 'todo', in: 0, steps: true },
  { kind: 'todo', in: -3, priority: 'high' },
  { kind: 'meeting', in: 1, at: '11:00', client: true },
  { kind: 'call', in: 1, at: '10:30', client: true },
  { kind: 'call', in: 1, client: true },
  { kind: 'email', in: 1, client: true },
  { kind: 'todo', in: 1 },
  { kind: 'todo', in: 2, rule: 'FREQ=MONTHLY' },
  { kind: 'call', in: 2, client: true },
  { kind: 'email', in: 2, client: true },
  { kind: 'meeting', in: 3, at: '16:30' },
  { kind: 'todo', in: 3, steps: true },
  { kind: 'call', in: 4, client: true },
  { kind: 'call', in: 5, client: true },
  { kind: 'todo', in: 6 },
  { kind: 'email', in: 7, client: true },
  { kind: 'todo', in: 9 },
  { kind: 'call', in: 12, client: true },
  { kind: 'todo', in: 20, rule: 'FREQ=MONTHLY;INTERVAL=3' },
  { kind: 'meeting', in: 24, at: '09:00' },
  { kind: 'todo', in: 30 },
  { kind: 'todo', in: 45, rule: 'FREQ=YEARLY' },
]

const texts: Readonly<Record<Language, { titles: readonly string[]; steps: readonly string[] }>> = {
  en: {
    titles: [
      'Count the drawer',
      'Order colour',
      'Call {} about the wedding hair',
      'Call {} back, asked about highlights',
      'Ask {} how the colour holds',
      'Tell {} that the appointment moves',
      'Send {} the price list',
      'Send {} pictures to choose from',
      'Decorate the window',
      'Have the dryer repaired',
      'Trial with {}',
      'Ask {} about Saturday',
      'Ask {} whether the patch test was fine',
      'Write {} about the voucher',
      'Print new price lists',
      'Pay the rent',
      'Ask {} for a review',
      'Thank {} for the recommendation',
      'Talk to the landlord about the sign',
      'Prepare the Christmas vouchers',
      'Invite {} to the colour evening',
      'Ask {} about the photo shoot',
      'Order towels',
      'Send {} the offer for the team',
      'Plan the holidays',
      'Call {} about a new cut',
      'Check the fire extinguishers',
      'Meet the accountant',
      'Count the stock',
      'Renew the insurance',
    ],
    steps: ['Take the old things down', 'Buy what is missing', 'Put it up'],
  },
  de: {
    titles: [
      'Kasse zählen',
      'Farbe bestellen',
      '{} wegen der Brautfrisur anrufen',
      '{} zurückrufen, hat nach Strähnen gefragt',
      '{} fragen, wie die Farbe hält',
      '{} sagen, dass sich der Termin verschiebt',
      '{} die Preisliste schicken',
      '{} Bilder zur Auswahl schicken',
      'Schaufenster dekorieren',
      'Haube reparieren lassen',
      'Probetermin mit {}',
      '{} wegen Samstag anrufen',
      '{} fragen, ob der Allergietest gut war',
      '{} wegen des Gutscheins schreiben',
      'Neue Preislisten drucken',
      'Miete überweisen',
      '{} um eine Bewertung bitten',
      'Bei {} für die Empfehlung bedanken',
      'Mit dem Vermieter über das Schild sprechen',
      'Weihnachtsgutscheine vorbereiten',
      '{} zum Farbabend einladen',
      '{} wegen der Fotos anrufen',
      'Handtücher bestellen',
      '{} das Angebot für das Team schicken',
      'Urlaube planen',
      '{} wegen eines neuen Schnitts anrufen',
      'Feuerlöscher prüfen lassen',
      'Treffen mit der Steuerberaterin',
      'Lager zählen',
      'Versicherung verlängern',
    ],
    steps: ['Altes abnehmen', 'Fehlendes besorgen', 'Aufbauen'],
  },
}

export type DemoShop = Readonly<{ today: string; clients: readonly { id: number; name: string }[]; staff: readonly number[] }>

/** Some thirty tasks of the days before and after today; what repeats by weekday begins on such a day. */
export function demoTasks(dice: Dice, { today, clients, staff }: DemoShop, language: Language): TaskFields[] {
  const { titles, steps } = texts[language]
  return plans.map((plan, place): TaskFields => {
    const client = plan.client && clients.length > 0 ? clients[(place * 7) % clients.length]! : null
    const day = plan.rule?.includes('BYDAY') && weekdayOf(today) < 2 ? dayAfter(today, 2 - weekdayOf(today)) : dayAfter(today, plan.in)
    return {
      ...{ kind: plan.kind, title: titles[place]!.replace('{}', client?.name ?? '').trim(), note: '' },
      ...{ due: plan.at ? `${day}T${plan.at}` : day, priority: plan.priority ?? 'normal', contactId: client?.id ?? null },
      assigneeId: staff.length > 0 && dice.chance(0.6) ? dice.pick(staff) : null,
      ...{ appointmentId: null, documentId: null, remindMinutes: plan.at ? 10 : null },
      checklist: plan.steps ? steps.map((text, index) => ({ text, done: index === 0 })) : [],
      repeats: plan.rule ? { rule: plan.rule, from: 'schedule' } : null,
    }
  })
}
