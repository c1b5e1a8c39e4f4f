import type { Document, Draft } from '../../../shared/invoices/model.ts'
import { lineAgain, written, type FormLine } from './lines.ts'

/** A draft in its form. */
export type FormValues = { -readonly [Key in keyof Required<Draft>]: Required<Draft>[Key] } & { lines: FormLine[] }

type Kind = Draft['kind']
type Shop = Pick<FormValues, 'pricing' | 'language'>

export const newValues = (kind: Kind, contactId: number | null, { pricing, language }: Shop): FormValues => ({
  ...{ kind, contactId, pricing, language, buyer: null, appointmentId: null, sourceId: null, lines: [], discount: null },
  ...{
    deliveredFrom: null,
    deliveredTo: null,
    paymentDays: null,
    instalments: null,
    validUntil: null,
    title: '',
    header: '',
    footer: '',
    note: '',
  },
})

export function valuesOf(document: Document): FormValues {
  const { contactId, appointmentId, sourceId, pricing, language, discount, deliveredFrom, deliveredTo, paymentDays } = document
  const { instalments, kind, validUntil, title, header, footer, note, lines, buyer } = document
  return {
    ...{ contactId, appointmentId, sourceId, pricing, language, discount, deliveredFrom, deliveredTo, paymentDays, validUntil },
    ...{ instalments: instalments && [...instalments], kind: kind === 'creditNote' ? 'invoice' : kind, title, header, footer, note, buyer },
    lines: lines.map(({ kind, itemId, staffId, name, description, quantity, unit, price, discount, taxRateId }) =>
      lineAgain({ kind, itemId, staffId, name, description, quantity, unit, price, discount, taxRateId }),
    ),
  }
}

/** As it is sent: plain, and without what nothing was written into. */
export function draftFrom(values: FormValues): Draft {
  const { lines, ...rest } = plain(values)
  return { ...rest, lines: written(lines) }
}

/** A reactive object cannot be cloned. */
const plain = (values: FormValues) => JSON.parse(JSON.stringify(values)) as FormValues
