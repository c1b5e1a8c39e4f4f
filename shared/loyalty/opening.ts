import { z } from 'zod'
import { FileToken } from '../files/model.ts'
import { delimiters, encodings, ImportProblem } from '../imports/model.ts'
import { fold } from '../text.ts'
import { Points } from './model.ts'

/** Balances from another system. What is left out is guessed. */
export const OpeningFile = z.strictObject({
  file: FileToken,
  programmeId: z.int().positive(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
})
export type OpeningFile = Readonly<z.infer<typeof OpeningFile>>

/** How many clients get how many points; `problems` is what is wrong with the rows that stay out, not more than are looked through. */
export const OpeningResult = z.strictObject({
  name: z.string(),
  clients: z.int(),
  points: Points,
  rejected: z.int(),
  problems: z.array(ImportProblem.extend({ client: z.string() })),
})
export type OpeningResult = Readonly<z.infer<typeof OpeningResult>>

/** How headers name it in English and German. */
const words = {
  number: 'client number|client no|customer number|customer no|customer id|id|kundennummer|kundennr|kunden nr|kunde nr',
  name: 'name|client|customer|full name|member|kunde|kundin|kundenname|mitglied',
  givenName: 'first name|given name|vorname',
  familyName: 'last name|family name|surname|nachname|familienname',
  email: 'e mail|email|mail|e mail address|email address|e mail adresse',
  phone: 'phone|mobile|phone number|telephone|telefon|telefonnummer|handy|mobil|mobilnummer',
  card: 'card number|card no|card|loyalty card|loyalty card number|membership number|kartennummer|kartennr|karten nr|karte|kundenkarte|kundenkartennummer|bonuskarte',
  points: 'points|balance|point balance|loyalty points|stamps|punkte|punktestand|stand|saldo|guthaben|bonuspunkte|stempel',
  note: 'note|notes|comment|remark|notiz|bemerkung|anmerkung',
} as const
export type OpeningField = keyof typeof words

const bare = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const fields = new Map(
  // Keys of a literal object are its own.
  (Object.entries(words) as [OpeningField, string][]).flatMap(([field, names]) =>
    names.split('|').map(name => [bare(name), field] as const),
  ),
)

/** What the columns mean; of two that mean the same the first. */
export function openingColumns(headers: readonly string[]): (OpeningField | null)[] {
  const taken = new Set<OpeningField>()
  return headers.map(header => {
    const field = fields.get(bare(header))
    if (field === undefined || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

export type OpeningProblem =
  | 'required'
  | 'numberInvalid'
  | 'pointsNegative'
  | 'pointsFraction'
  | 'pointsTooMany'
  | 'clientUnknown'
  | 'clientAmbiguous'
  | 'openingTwice'
  | 'cardNumberWrong'
  | 'cardTaken'

const grouped = /^\d{1,3}(?:[.,'’ ]\d{3})+$/
/** 1,200, 1.200 or 1'200 are twelve hundred, as points never have a fraction; 12.0 is twelve. */
export function readPoints(cell: string): { points: number } | { problem: OpeningProblem } {
  const typed = cell.replaceAll(/[\u00a0\u202f]/g, ' ').trim()
  if (typed === '') return { problem: 'required' }
  if (/^[-−]/.test(typed)) return { problem: 'pointsNegative' }
  const digits = grouped.test(typed) ? typed.replaceAll(/\D/g, '') : typed.replace(/[.,]0+$/, '')
  if (/^\d+[.,]\d+$/.test(digits)) return { problem: 'pointsFraction' }
  if (!/^\d+$/.test(digits)) return { problem: 'numberInvalid' }
  const points = Number(digits)
  return Points.safeParse(points).success ? { points } : { problem: 'pointsTooMany' }
}
