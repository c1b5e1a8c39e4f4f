import { listed, type Dice } from './dice.ts'
import type { Address } from '../contacts/model.ts'

type Place = { postalCodes: readonly string[]; locality: string; weight: number }

const place = (locality: string, weight: number, postalCodes: string): Place => ({ locality, weight, postalCodes: listed(postalCodes) })

const places = [
  place(
    'Hamburg',
    70,
    `22765, 22767, 22763, 20357, 20359, 20355, 20144, 20146, 20148, 20149, 20249, 20251, 20253, 20255, 20257, 20259, 22769,
    22761, 22529, 22525, 22527, 22587, 22605, 22607, 22609, 22559, 22589, 22547, 22549, 22453, 22455, 22457, 22459, 22415, 22417, 22419, 22301,
    22303, 22305, 22307, 22309, 22297, 22299, 22335, 22337, 22339, 22391, 22393, 22395, 22397, 22399, 22081, 22083, 22085, 22087, 22089, 22041,
    22043, 22045, 22047, 22049, 20095, 20097, 20099, 20457, 20459, 20535, 20537, 20539, 21073, 21075, 21077, 21079, 21107, 21109, 21129, 21149`,
  ),
  place('Norderstedt', 5, '22844, 22846, 22848, 22850, 22851'),
  place('Pinneberg', 4, '25421'),
  place('Ahrensburg', 3, '22926'),
  place('Wedel', 3, '22880'),
  place('Reinbek', 2, '21465'),
  place('Lüneburg', 2, '21335, 21337, 21339, 21391'),
  place('Buxtehude', 2, '21614'),
  place('Stade', 2, '21680, 21682, 21684'),
  place('Buchholz in der Nordheide', 2, '21244'),
  place('Lübeck', 2, '23552, 23554, 23556, 23558, 23560, 23562, 23564'),
  place('Bremen', 1, '28195, 28199, 28201, 28203, 28205, 28209, 28211'),
  place('Büsum', 1, '25761'),
  place('Köln', 1, '50667, 50674, 50676, 50823, 50825'),
].flatMap(place => Array.from({ length: place.weight }, () => place))

const named =
  listed(`Altona, Ottensen, Eppendorf, Blankenese, Wandsbek, Barmbek, Eimsbüttel, Bahrenfeld, Schanzen, Elb, Alster, Hafen, Fischer,
  Linden, Kastanien, Birken, Eichen, Buchen, Ulmen, Rosen, Flieder, Holunder, Apfel, Kirsch, Schiller, Goethe, Lessing, Heine, Klopstock,
  Storm, Fontane, Droste, Bach, Brahms, Händel, Telemann, Mozart, Schubert, Schumann, Clara, Sophien, Marien, Luisen, Königin, Kaiser, Bismarck,
  Stein, Mühlen, Kirch, Markt, Schul, Bahnhof, Garten, Wiesen, Feld, Wald, Deich, Moor, Heide, See, Strand, Dünen, Möwen, Reiher, Schwanen,
  Lerchen, Amsel, Drossel, Finken, Star, Kapitäns, Lotsen, Segler, Reeder, Speicher, Sülldorfer, Langenhorner, Bramfelder, Rahlstedter,
  Harburger, Bergedorfer, Wilhelmsburger, Veddeler, Hammer, Horner, Billstedter, Lurup, Osdorfer, Groß Flottbeker, Niendorfer, Lokstedter`)
const kinds = listed('straße, weg, allee, chaussee, platz, ufer, stieg, kamp, twiete, ring, redder, damm')

const streets = named.flatMap(name =>
  kinds.map(kind => (/er$/.test(name) && name !== 'Fischer' ? `${name} ${kind[0]?.toUpperCase()}${kind.slice(1)}` : name + kind)),
)
const countries = listed('DE, DE, DE, DE, Deutschland, Deutschland, Germany, D')

export function address(dice: Dice, label: string): Address {
  const { locality, postalCodes } = dice.pick(places)
  const onlyTown = dice.chance(0.12)
  return {
    label,
    street: onlyTown ? '' : street(dice),
    postalCode: onlyTown && dice.chance(0.5) ? '' : dice.pick(postalCodes),
    locality: dice.chance(0.03) ? locality.toUpperCase() : locality,
    region: '',
    country: dice.chance(0.4) ? dice.pick(countries) : '',
  }
}

function street(dice: Dice) {
  const name = dice.pickEarly(streets)
  const number = 1 + dice.below(dice.chance(0.7) ? 60 : 400)
  return `${abbreviated(dice, name)} ${number}${dice.chance(0.12) ? 'abcd'[dice.below(4)] : ''}`
}

function abbreviated(dice: Dice, name: string) {
  if (!dice.chance(0.3)) return name
  return dice.chance(0.8) ? name.replace('traße', 'tr.') : name.replace('traße', 'trasse')
}
