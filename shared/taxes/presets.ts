import { austria, germany, switzerland } from './law/german.ts'
import { france, italy, portugal, spain } from './law/latin.ts'
import { belgium, netherlands } from './law/low-countries.ts'
import { ireland, turkey, unitedKingdom, unitedStates } from './law/others.ts'
import type { Preset } from './law/terms.ts'

/** What the law of a country knows, by its code; the standard rate comes first. */
const byCountry: Readonly<Record<string, readonly Preset[]>> = {
  ...{ DE: germany, AT: austria, CH: switzerland, FR: france, ES: spain, IT: italy, PT: portugal },
  ...{ NL: netherlands, BE: belgium, IE: ireland, GB: unitedKingdom, US: unitedStates, TR: turkey },
}

export const presetsOf = (country: string): readonly Preset[] => (Object.hasOwn(byCountry, country) ? byCountry[country]! : [])
