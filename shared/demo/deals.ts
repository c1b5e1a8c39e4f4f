import type { Language } from '../settings/model.ts'
import { listed, type Dice } from './dice.ts'

const words = {
  en: {
    titles:
      listed(`Wedding styling, Bridal party of five, Photo shoot, Hair extensions, Colour correction, Make-up course, Ball at the town hall,
      Company gift vouchers, Team day with styling, Graduation, Keratin treatment, Wedding trial, Film set for two days, Men’s grooming evening`),
    sources: listed('Website, Recommendation, Instagram, Wedding fair, Walk-in'),
    steps: listed('Call back, Send the price list, Agree on a trial, Send the quote, Ask about the date, Confirm by phone'),
    reasons: listed('Too expensive, Went to somebody else, No longer needed, Never answered'),
    tags: listed('Wedding, Business'),
    competitors: 'Studio Lang',
  },
  de: {
    titles: listed(`Brautstyling, Brautgesellschaft zu fünft, Fotoshooting, Haarverlängerung, Farbkorrektur, Schminkkurs, Ball im Rathaus,
      Gutscheine für eine Firma, Teamtag mit Styling, Abiball, Keratinbehandlung, Probestecken, Filmset für zwei Tage, Männerabend`),
    sources: listed('Website, Empfehlung, Instagram, Hochzeitsmesse, Laufkundschaft'),
    steps: listed(
      'Zurückrufen, Preisliste schicken, Probetermin vereinbaren, Angebot schicken, Nach dem Termin fragen, Am Telefon bestätigen',
    ),
    reasons: listed('Zu teuer, Zu jemand anderem gegangen, Nicht mehr nötig, Nie geantwortet'),
    tags: listed('Hochzeit, Firma'),
    competitors: 'Studio Lang',
  },
} as const satisfies Record<Language, unknown>

export const dealWords = (language: Language) => words[language]

/** In euros, of the titles in their order. */
const values = [480, 1240, 390, 890, 280, 540, 320, 1500, 1650, 360, 240, 120, 2400, 680]

const dayInMilliseconds = 86_400_000
const hoursOfWork = 9

export type DemoDeal = Readonly<{
  title: string
  value: number
  source: string
  tags: readonly string[]
  competitors: string
  nextStep: string
  /** From today, where there is a next step. */
  nextStepIn: number | null
  closesIn: number | null
  /** The stages that it went through, by their places, each with the moment. */
  path: readonly Readonly<{ stage: number; at: number }>[]
  outcome: 'won' | 'lost' | null
  lostReason: string
  owner: number
}>

type Span = Readonly<{ now: number; openStages: number; owners: number }>

/** Forty or so that are open, and a year of those that are not: enough for a forecast that has something to tell. */
export function demoDeals(roll: Dice, language: Language, span: Span): DemoDeal[] {
  const open = Array.from({ length: 38 }, () => openDeal(roll, language, span))
  const closed = Array.from({ length: 96 }, (_, place) => closedDeal(roll, language, span, place))
  return [...closed, ...open]
}

function begun(roll: Dice, language: Language, { owners }: Span) {
  const { titles, sources, tags, competitors } = words[language]
  const title = roll.pickEarly(titles)
  const place = titles.indexOf(title)
  return {
    title,
    value: values[place]! * 100 + roll.below(8) * 1000,
    source: roll.pickEarly(sources),
    tags: /wedding|bridal|braut|probestecken/i.test(title) ? [tags[0]!] : roll.chance(0.12) ? [tags[1]!] : [],
    competitors: roll.chance(0.15) ? competitors : '',
    owner: roll.below(owners),
  }
}

/** Most are looked after; a few wait for too long. */
function openDeal(roll: Dice, language: Language, span: Span): DemoDeal {
  const at = roll.pickEarly(Array.from({ length: span.openStages }, (_, place) => place))
  const rests = roll.chance(0.2) ? 12 + roll.below(20) : roll.below(3)
  const hasStep = roll.chance(0.65)
  return {
    ...begun(roll, language, span),
    nextStep: hasStep ? roll.pick(words[language].steps) : '',
    nextStepIn: hasStep ? roll.below(12) - 2 : null,
    closesIn: roll.chance(0.8) ? 2 + roll.below(75) : null,
    path: pathTo(roll, at, span.now - (rests + 0.2) * dayInMilliseconds),
    ...{ outcome: null, lostReason: '' },
  }
}

function closedDeal(roll: Dice, language: Language, span: Span, place: number): DemoDeal {
  const daysAgo = 1 + ((place * 361) % 358)
  const isWon = roll.chance(0.58)
  const reached = isWon ? span.openStages - 2 : roll.below(span.openStages - 1)
  return {
    ...begun(roll, language, span),
    ...{ nextStep: '', nextStepIn: null, closesIn: null },
    path: pathTo(roll, reached, span.now - (daysAgo + 2) * dayInMilliseconds),
    outcome: isWon ? 'won' : 'lost',
    lostReason: isWon ? '' : roll.pickEarly(words[language].reasons),
  }
}

/** Stage by stage, some of them passed over, the last one entered at that moment. */
function pathTo(roll: Dice, last: number, enteredAt: number) {
  const path = [{ stage: last, at: enteredAt }]
  for (let stage = last - 1; stage >= 0; stage--) {
    if (stage > 0 && roll.chance(0.15)) continue
    const days = 1 + roll.below(9)
    path.unshift({ stage, at: path[0]!.at - days * dayInMilliseconds - roll.below(hoursOfWork) * 3_600_000 })
  }
  return path
}
