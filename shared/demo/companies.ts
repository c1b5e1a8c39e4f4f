import { listed, type Dice } from './dice.ts'
import { german } from './names/german.ts'

const trades = listed(`Tischlerei, Zahnarztpraxis, Steuerberatung, Café, Blumen, Fotostudio, Bäckerei, Physiotherapie, Hotel, Buchhandlung,
  Reederei, Elektro, Malerbetrieb, Yogastudio, Agentur, Hausverwaltung, Apotheke, Kita, Architekten, Druckerei, Goldschmiede, Optik,
  Fahrräder, Feinkost, Weinhandel, Logistik, Spedition, Immobilien, Rechtsanwälte, Theater, Tanzschule, Fahrschule, Sanitär, Dachdecker,
  Gartenbau, Catering, Segelmacher, Bootsbau, Schneiderei, Hebammenpraxis`)
const forms = listed('GmbH, GmbH, e.K., KG, GmbH & Co. KG, UG, OHG, GbR, PartG mbB')
const beginnings = listed(`Elb, Alster, Hafen, Nord, Hanse, Deich, Möwen, Anker, Leuchtturm, Speicher, Altonaer, Ottenser, Eppendorfer,
  Eimsbütteler, Barmbeker, Blankeneser, Harburger, Wandsbeker`)

export function companyName(dice: Dice) {
  const trade = dice.pick(trades)
  const form = dice.chance(0.6) ? ` ${dice.pick(forms)}` : ''
  const family = dice.pickEarly(german.families.men)
  switch (dice.below(5)) {
    case 0:
      return `${trade} ${family}${form}`
    case 1:
      return `${family} ${trade}${form}`
    case 2:
      return `${family} & ${dice.pickEarly(german.families.men)} ${trade}${form}`
    case 3:
      return `${family} & ${dice.pick(['Söhne', 'Tochter', 'Partner', 'Kollegen'])}${form}`
    default:
      return placed(dice.pick(beginnings), trade) + form
  }
}

const placed = (beginning: string, trade: string) => (beginning.endsWith('er') ? `${beginning} ${trade}` : beginning + trade.toLowerCase())
