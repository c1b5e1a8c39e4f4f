import { outcomes, type Activity, type ActivityKind } from '../activities/model.ts'
import { fromPlain } from '../activities/rich-text.ts'
import type { Language } from '../settings/model.ts'
import type { Dice } from './dice.ts'

export type DemoActivity = Pick<Activity, 'kind' | 'at' | 'direction' | 'outcome' | 'durationMinutes' | 'body'> & {
  pinnedAt: string | null
}

const words: Readonly<Record<Language, Readonly<Record<ActivityKind, readonly string[]>>>> = {
  en: {
    note: [
      'Wants to go one shade warmer next time.',
      'Prefers the chair by the window.',
      'Tea, no sugar. Likes it quiet.',
      'Growing out the fringe: only the tips until spring.',
      'Comes with a pram, the back door is easier.',
      'Asked for the mild shampoo again.',
    ],
    call: [
      'Asked whether Saturday is still free.',
      'Will be ten minutes late, that is fine.',
      'Wants to move to the week after.',
      'Asked for the price of highlights.',
      'Confirmed for tomorrow morning.',
    ],
    email: ['Sent the price list.', 'Sent pictures of the colours to choose from.', 'Asked for an invoice for the voucher.'],
    meeting: [
      'Trial for the wedding hair, six people on the day.',
      'Talked about the colour, patch test done.',
      'Looked at wigs together.',
    ],
  },
  de: {
    note: [
      'Möchte beim nächsten Mal einen Ton wärmer.',
      'Sitzt am liebsten am Fenster.',
      'Tee ohne Zucker. Mag es ruhig.',
      'Lässt den Pony herauswachsen: bis zum Frühjahr nur die Spitzen.',
      'Kommt mit Kinderwagen, die Hintertür ist einfacher.',
      'Wollte wieder das milde Shampoo.',
    ],
    call: [
      'Hat gefragt, ob am Samstag noch etwas frei ist.',
      'Kommt zehn Minuten später, das passt.',
      'Möchte in die Woche danach verschieben.',
      'Hat nach dem Preis für Strähnen gefragt.',
      'Hat für morgen früh zugesagt.',
    ],
    email: ['Preisliste geschickt.', 'Bilder der Farben zur Auswahl geschickt.', 'Hat um eine Rechnung für den Gutschein gebeten.'],
    meeting: [
      'Probe für die Brautfrisur, am Tag selbst sechs Personen.',
      'Über die Farbe gesprochen, Hauttest gemacht.',
      'Zusammen Perücken angesehen.',
    ],
  },
}

const kinds: readonly ActivityKind[] = ['note', 'call', 'note', 'call', 'email', 'meeting']

/** What the salon remembers of a client who came at that time: of most nothing. */
export function remembered(dice: Dice, createdAt: string, until: Date, language: Language): DemoActivity[] {
  if (!dice.chance(0.14)) return []
  const from = Date.parse(createdAt)
  return Array.from({ length: 1 + dice.below(4) }, () =>
    one(dice, new Date(from + (dice.below(1_000_000) / 1e6) * (until.getTime() - from)), language),
  )
}

function one(dice: Dice, at: Date, language: Language): DemoActivity {
  const kind = dice.pick(kinds)
  const possible = outcomes[kind]
  const outcome = possible.length > 0 && dice.chance(0.8) ? dice.pickEarly(possible) : null
  const isSilent = kind === 'call' && outcome === 'noAnswer'
  const instant = at.toISOString()
  return {
    kind,
    at: instant,
    direction: kind === 'call' || kind === 'email' ? (dice.chance(0.6) ? 'in' : 'out') : null,
    outcome,
    durationMinutes: kind === 'meeting' ? 15 * (1 + dice.below(5)) : kind === 'call' && !isSilent ? 1 + dice.below(9) : null,
    body: fromPlain(isSilent ? '' : dice.pick(words[language][kind])),
    pinnedAt: kind === 'note' && dice.chance(0.08) ? instant : null,
  }
}
