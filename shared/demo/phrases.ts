import { listed } from './dice.ts'
import type { Language } from '../settings/model.ts'

/** What the people of the salon write about their clients. `{}` in a note is filled from the list beside it. */
export type Phrases = {
  tags: { vip: string; regular: string; fresh: string; family: string; company: string; rare: readonly string[] }
  sources: readonly string[]
  recommendedBy: string
  company: readonly string[]
  /** The first is about an allergy. */
  alert: readonly Note[]
  consentSources: readonly string[]
  notes: readonly Note[]
}
export type Note = readonly [text: string, fill: readonly string[]]

const staff = listed('Jana, Mara, Tom, Deniz, Svenja, Milan')
const colours = listed('6.35 + 7.1, 7.43, 8.0 + 9.31, 5.5, 10.21, 6.66, 4.15 + 5.3, 9.16, 7.77, 12.89')
const none: readonly string[] = ['']

const en: Phrases = {
  tags: {
    vip: 'VIP',
    regular: 'Regular',
    fresh: 'New',
    family: 'Family',
    company: 'Company',
    rare: ['Student', 'Wedding', 'Newsletter', 'No-show', 'Staff', 'Model', 'Neighbour'],
  },
  sources: listed(
    'Walk-in, Walk-in, Recommendation, Recommendation, Instagram, Google, Website, Flyer, Weekly paper, Open day, Christmas market, Voucher',
  ),
  recommendedBy: 'Recommended by {}',
  consentSources: listed('Client form, At the counter, By phone, Website'),
  company: listed(
    'Vouchers for the team, Invoice by e-mail only, Invoice by the 15th, Photo shoots, Christmas vouchers, Delivery to the back door',
  ),
  alert: [
    ['Allergic to {}.', listed('ammonia, PPD, nickel, latex, perfume, henna')],
    ['Sensitive scalp, {} only.', listed('line N, the mild shampoo, lukewarm water, no peroxide')],
    ['Bad back, {}.', listed('chair by the window only, not longer than an hour, no washing backwards')],
  ],
  notes: [
    ['Colour {}, 6 %.', colours],
    ['Wants to go one shade {} next time.', listed('warmer, cooler, lighter, darker, redder')],
    [
      'Prefers {}.',
      listed('Saturday mornings, late evenings, Tuesdays, the first appointment, the seat at the window, no small talk, quiet music'),
    ],
    ['Always with {}.', staff],
    ['{} knows the cut.', staff],
    ['Drinks {}.', listed('coffee black, espresso, tea with milk, oat cappuccino, still water, nothing with caffeine')],
    ['Brings {}.', listed('the dog, the twins, a friend, a book, a towel from home, the little one')],
    ['Pays {}.', listed('by card, in cash, by invoice, with vouchers, exactly and tips well')],
    ['Call, do not text.', none],
    ['Text only, works nights.', none],
    ['Usually {} minutes late.', listed('5, 10, 15, 20')],
    ['Does not hear well on the phone, speak {}.', listed('up, slowly')],
    ['Moved to {}, comes less often.', listed('Lübeck, Bremen, Stade, Berlin, Kiel, Buxtehude')],
    ['Needs the ramp at the {}.', listed('side door, courtyard')],
    ['Getting married in {}, trial two weeks before.', listed('May, June, July, August, September')],
    ['Asked about {}.', listed('extensions, a gift card, balayage, highlights, a beard trim, hair donation, lash lift')],
    ['Complained about {}, settled.', listed('the waiting time, the fringe, the parking, the bill')],
    ['Phone number checked in {}.', listed('January, April, September, December')],
    ['Related to {}, see her card.', listed('Anna, Ayşe, Katarzyna, Inês, Sabine, Élodie')],
    ['Left an umbrella, it is in the drawer.', none],
  ],
}

const de: Phrases = {
  tags: {
    vip: 'VIP',
    regular: 'Stammkunde',
    fresh: 'Neu',
    family: 'Familie',
    company: 'Firma',
    rare: ['Studium', 'Hochzeit', 'Newsletter', 'Nicht erschienen', 'Team', 'Modell', 'Nachbarschaft'],
  },
  sources: listed(
    'Laufkundschaft, Laufkundschaft, Empfehlung, Empfehlung, Instagram, Google, Website, Flyer, Wochenblatt, Tag der offenen Tür, Weihnachtsmarkt, Gutschein',
  ),
  recommendedBy: 'Empfohlen von {}',
  consentSources: listed('Kundenblatt, An der Theke, Am Telefon, Website'),
  company: listed(
    'Gutscheine fürs Team, Rechnung nur per E-Mail, Rechnung bis zum 15., Fototermine, Weihnachtsgutscheine, Lieferung an den Hintereingang',
  ),
  alert: [
    ['Allergisch gegen {}.', listed('Ammoniak, PPD, Nickel, Latex, Duftstoffe, Henna')],
    ['Empfindliche Kopfhaut, nur {}.', listed('Linie N, das milde Shampoo, lauwarmes Wasser, ohne Peroxid')],
    ['Rückenleiden, {}.', listed('nur der Stuhl am Fenster, höchstens eine Stunde, nicht rückwärts waschen')],
  ],
  notes: [
    ['Farbe {}, 6 %.', colours],
    ['Nächstes Mal einen Ton {}.', listed('wärmer, kühler, heller, dunkler, rötlicher')],
    ['Am liebsten {}.', listed('samstags früh, spät abends, dienstags, zum ersten Termin, am Fenster, ohne viel Gerede, mit leiser Musik')],
    ['Immer bei {}.', staff],
    ['{} kennt den Schnitt.', staff],
    ['Trinkt {}.', listed('Kaffee schwarz, Espresso, Tee mit Milch, Hafercappuccino, stilles Wasser, nichts mit Koffein')],
    ['Bringt {} mit.', listed('den Hund, die Zwillinge, eine Freundin, ein Buch, ein eigenes Handtuch, die Kleine')],
    ['Zahlt {}.', listed('mit Karte, bar, auf Rechnung, mit Gutschein, passend und gibt gut Trinkgeld')],
    ['Bitte anrufen, nicht schreiben.', none],
    ['Nur schreiben, arbeitet nachts.', none],
    ['Kommt meist {} Minuten später.', listed('5, 10, 15, 20')],
    ['Hört am Telefon schlecht, bitte {} sprechen.', listed('laut, langsam')],
    ['Nach {} gezogen, kommt seltener.', listed('Lübeck, Bremen, Stade, Berlin, Kiel, Buxtehude')],
    ['Braucht die Rampe {}.', listed('am Seiteneingang, im Hof')],
    ['Heiratet im {}, Probefrisur zwei Wochen vorher.', listed('Mai, Juni, Juli, August, September')],
    ['Hat nach {} gefragt.', listed('Extensions, einem Gutschein, Balayage, Strähnen, Bartpflege, Haarspende, Wimpernlifting')],
    ['Hat sich über {} beschwert, geklärt.', listed('die Wartezeit, den Pony, den Parkplatz, die Rechnung')],
    ['Nummer im {} geprüft.', listed('Januar, April, September, Dezember')],
    ['Verwandt mit {}, siehe dort.', listed('Anna, Ayşe, Katarzyna, Inês, Sabine, Élodie')],
    ['Schirm vergessen, liegt in der Schublade.', none],
  ],
}

export const phrases: Readonly<Record<Language, Phrases>> = { en, de }
