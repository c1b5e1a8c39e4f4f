import { charged, ever, exempt, exported, medicalCare, reverseCharge, withinUnion, type Preset } from './terms.ts'

export const france: readonly Preset[] = [
  charged('standard', [ever, 20.6], ['2000-04-01', 19.6], ['2014-01-01', 20]),
  charged('intermediate', ['2012-01-01', 7], ['2014-01-01', 10]),
  charged('reduced', [ever, 5.5]),
  charged('superReduced', [ever, 2.1]),
  exempt('smallBusiness', 'TVA non applicable, art. 293 B du CGI', 'VATEX-FR-FRANCHISE'),
  medicalCare('Exonération de TVA, art. 261, 4, 1° du CGI'),
  reverseCharge('Autoliquidation'),
  withinUnion('Exonération de TVA, art. 262 ter, I du CGI'),
  exported('Exonération de TVA, art. 262, I du CGI'),
]

export const spain: readonly Preset[] = [
  charged('standard', ['2010-07-01', 18], ['2012-09-01', 21]),
  charged('reduced', ['2010-07-01', 8], ['2012-09-01', 10]),
  charged('superReduced', [ever, 4]),
  medicalCare('Operación exenta de IVA (art. 20.Uno.3.º de la Ley 37/1992)'),
  reverseCharge('Inversión del sujeto pasivo'),
  withinUnion('Entrega intracomunitaria exenta de IVA (art. 25 de la Ley 37/1992)'),
  exported('Exportación exenta de IVA (art. 21 de la Ley 37/1992)'),
]

export const italy: readonly Preset[] = [
  charged('standard', [ever, 20], ['2011-09-17', 21], ['2013-10-01', 22]),
  charged('reduced', [ever, 10]),
  charged('secondReduced', ['2016-01-01', 5]),
  charged('superReduced', [ever, 4]),
  exempt('smallBusiness', 'Operazione in regime forfettario, senza applicazione dell’IVA (art. 1, commi da 54 a 89, L. 190/2014)'),
  medicalCare('Operazione esente da IVA (art. 10, n. 18, D.P.R. 633/1972)'),
  reverseCharge('Inversione contabile'),
  withinUnion('Cessione intracomunitaria non imponibile (art. 41 D.L. 331/1993)'),
  exported('Cessione all’esportazione non imponibile (art. 8 D.P.R. 633/1972)'),
]

/** Of the mainland: Madeira and the Azores have rates of their own. */
export const portugal: readonly Preset[] = [
  charged('standard', ['2010-07-01', 21], ['2011-01-01', 23]),
  charged('intermediate', ['2010-07-01', 13]),
  charged('reduced', ['2010-07-01', 6]),
  exempt('smallBusiness', 'IVA – regime de isenção (art. 53.º do CIVA)'),
  exempt('exempt', 'Isento de IVA (art. 9.º do CIVA)'),
  reverseCharge('IVA – autoliquidação'),
  withinUnion('Isento de IVA (art. 14.º do RITI)'),
  exported('Isento de IVA (art. 14.º do CIVA)'),
]
