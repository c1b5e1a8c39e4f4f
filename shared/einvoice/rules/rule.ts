import type { EInvoice } from '../model.ts'

/** Where an e-invoice breaks a rule: ways into the semantic model, `lines.0.price`. */
export type Rule = (invoice: EInvoice) => readonly string[]
export type Rules = Readonly<Record<string, Rule>>

export const given = (path: string, text: string) => (text === '' ? [path] : [])
export const holds = (path: string, isRight: boolean) => (isRight ? [] : [path])

/** The same of each of a list. */
export const each = <T>(path: string, list: readonly T[], find: (entry: T, path: string) => readonly string[]) =>
  list.flatMap((entry, index) => find(entry, `${path}.${index}`))

/** The allowances, or the charges, of the document and of its lines. */
export const documentAllowances = (invoice: EInvoice, isCharge: boolean) =>
  invoice.allowances.flatMap((allowance, index) => (allowance.isCharge === isCharge ? [{ allowance, path: `allowances.${index}` }] : []))

export const lineAllowances = (invoice: EInvoice, isCharge: boolean) =>
  invoice.lines.flatMap((line, at) =>
    line.allowances.flatMap((allowance, index) =>
      allowance.isCharge === isCharge ? [{ allowance, path: `lines.${at}.allowances.${index}` }] : [],
    ),
  )
