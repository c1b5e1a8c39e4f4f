import { charged, ever, exempt, exported, outside, reverseCharge, untaxed, withinUnion, zeroRated, type Preset } from './terms.ts'

export const ireland: readonly Preset[] = [
  charged('standard', ['2012-01-01', 23], ['2020-09-01', 21], ['2021-03-01', 23]),
  charged('reduced', ['2003-01-01', 13.5]),
  charged('secondReduced', ['2011-07-01', 9]),
  zeroRated(),
  exempt('exempt', 'Exempt from VAT (Value-Added Tax Consolidation Act 2010, Schedule 1)'),
  outside('notRegistered', 'Not registered for VAT: no VAT is charged.'),
  reverseCharge('Reverse charge'),
  withinUnion('Intra-Community supply of goods, zero-rated'),
  exported('Export of goods outside the EU, zero-rated'),
]

export const unitedKingdom: readonly Preset[] = [
  charged('standard', ['2008-12-01', 15], ['2010-01-01', 17.5], ['2011-01-04', 20]),
  charged('reduced', [ever, 5]),
  zeroRated(),
  exempt('medicalCare', 'Exempt from VAT (VAT Act 1994, Schedule 9, Group 7: health and welfare)'),
  outside('notRegistered', 'Not registered for VAT: no VAT is charged.'),
  reverseCharge('Reverse charge: customer to account for the VAT to HMRC', ''),
  exported('Export of goods, zero-rated', ''),
]

/** What is charged differs by state, county and city: a shop adds its own. */
export const unitedStates: readonly Preset[] = [untaxed(), exempt('resale', 'Exempt from sales tax: bought for resale')]

export const turkey: readonly Preset[] = [
  charged('standard', ['2008-01-01', 18], ['2023-07-10', 20]),
  charged('reduced', ['2008-01-01', 8], ['2023-07-10', 10]),
  charged('superReduced', ['2008-01-01', 1]),
  exported('KDV’den istisna mal ihracatı (3065 sayılı KDV Kanunu md. 11/1-a)', ''),
]
