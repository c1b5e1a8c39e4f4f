import { charged, ever, exempt, exported, medicalCare, reverseCharge, withinUnion, zeroRated, type Preset } from './terms.ts'

export const netherlands: readonly Preset[] = [
  charged('standard', ['2001-01-01', 19], ['2012-10-01', 21]),
  charged('reduced', [ever, 6], ['2019-01-01', 9]),
  zeroRated(),
  exempt('smallBusiness', 'Vrijgesteld van btw op grond van artikel 25 Wet OB 1968 (kleineondernemersregeling)'),
  medicalCare('Vrijgesteld van btw (artikel 11, lid 1, onderdeel g, Wet OB 1968)'),
  reverseCharge('Btw verlegd'),
  withinUnion('Intracommunautaire levering, 0% btw'),
  exported('Uitvoer, 0% btw'),
]

/** In Dutch and in French, for a shop may need either. */
export const belgium: readonly Preset[] = [
  charged('standard', [ever, 21]),
  charged('intermediate', [ever, 12]),
  charged('reduced', [ever, 6]),
  exempt(
    'smallBusiness',
    'Kleine onderneming onderworpen aan de vrijstellingsregeling van belasting, btw niet toepasselijk / ' +
      'Petite entreprise soumise au régime de la franchise de la taxe, TVA non applicable',
  ),
  medicalCare('Vrijgesteld van btw (art. 44, § 1 Btw-wetboek) / Exempté de la TVA (art. 44, § 1 du Code de la TVA)'),
  reverseCharge('Btw verlegd / Autoliquidation'),
  withinUnion(
    'Vrijgestelde intracommunautaire levering (art. 39bis Btw-wetboek) / Livraison intracommunautaire exemptée (art. 39bis du Code de la TVA)',
  ),
  exported('Vrijgestelde uitvoer (art. 39 Btw-wetboek) / Exportation exemptée (art. 39 du Code de la TVA)'),
]
