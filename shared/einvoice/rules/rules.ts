import type { EInvoice } from '../model.ts'
import { categories } from './categories.ts'
import { conditions } from './conditions.ts'
import { decimals } from './decimals.ts'
import { presence } from './presence.ts'
import type { Rules } from './rule.ts'

/** The rules of EN 16931 (CEN/TC 434, validation artefacts 1.3) that concern what our model has. */
export const rules: Rules = { ...presence, ...conditions, ...categories, ...decimals }

export type Breach = Readonly<{ rule: string; path: string }>

export const breachesOf = (invoice: EInvoice, checked: Rules = rules): Breach[] =>
  Object.entries(checked).flatMap(([rule, find]) => find(invoice).map(path => ({ rule, path })))
