import { charged, ever, exempt, exported, medicalCare, outside, reverseCharge, withinUnion, zeroRated, type Preset } from './terms.ts'

export const germany: readonly Preset[] = [
  charged('standard', ['2007-01-01', 19], ['2020-07-01', 16], ['2021-01-01', 19]),
  charged('reduced', [ever, 7], ['2020-07-01', 5], ['2021-01-01', 7]),
  zeroRated('2023-01-01'),
  exempt('smallBusiness', 'Für diesen Umsatz gilt die Steuerbefreiung für Kleinunternehmer (§ 19 UStG).'),
  medicalCare('Steuerfreie Heilbehandlung (§ 4 Nr. 14 UStG)'),
  reverseCharge('Steuerschuldnerschaft des Leistungsempfängers'),
  withinUnion('Steuerfreie innergemeinschaftliche Lieferung (§ 4 Nr. 1 Buchst. b UStG)'),
  exported('Steuerfreie Ausfuhrlieferung (§ 4 Nr. 1 Buchst. a UStG)'),
]

export const austria: readonly Preset[] = [
  charged('standard', [ever, 20]),
  charged('reduced', [ever, 10]),
  charged('intermediate', ['2016-01-01', 13]),
  exempt('smallBusiness', 'Umsatzsteuerfrei aufgrund der Kleinunternehmerregelung (§ 6 Abs. 1 Z 27 UStG)'),
  medicalCare('Umsatzsteuerfreie Heilbehandlung (§ 6 Abs. 1 Z 19 UStG)'),
  reverseCharge('Die Steuerschuld geht auf den Leistungsempfänger über (Reverse Charge).'),
  withinUnion('Steuerfreie innergemeinschaftliche Lieferung (Art. 6 Abs. 1 UStG)'),
  exported('Steuerfreie Ausfuhrlieferung (§ 6 Abs. 1 Z 1 UStG)'),
]

export const switzerland: readonly Preset[] = [
  charged('standard', ['2011-01-01', 8], ['2018-01-01', 7.7], ['2024-01-01', 8.1]),
  charged('reduced', ['2011-01-01', 2.5], ['2024-01-01', 2.6]),
  charged('accommodation', ['2011-01-01', 3.8], ['2018-01-01', 3.7], ['2024-01-01', 3.8]),
  exempt('exempt', 'Von der Steuer ausgenommen (Art. 21 MWSTG)'),
  outside('notRegistered', 'Nicht mehrwertsteuerpflichtig (Art. 10 Abs. 2 MWSTG)'),
  exported('Von der Steuer befreite Ausfuhr (Art. 23 MWSTG)', ''),
]
