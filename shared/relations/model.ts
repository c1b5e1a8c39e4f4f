import { z } from 'zod'
import { ContactLine } from '../contacts/model.ts'

/** As it is kept: the one it comes from works at, is a parent of, was referred by the one it leads to. */
export const relationKinds = ['worksAt', 'partner', 'parent', 'sibling', 'referredBy', 'other'] as const
export type RelationKind = (typeof relationKinds)[number]

/** As one of the two sees it, in the order of a card. */
export const relationRoles = ['worksAt', 'employs', 'partner', 'parentOf', 'childOf', 'sibling', 'referredBy', 'referred', 'other'] as const
export type RelationRole = (typeof relationRoles)[number]

export const mostLetters = 60
const id = z.int().positive()

/** What connects two contacts that nothing else connects is said in words. */
export const NewRelation = z
  .strictObject({
    contactId: id,
    role: z.enum(relationRoles),
    otherId: id,
    label: z.string().trim().max(mostLetters, { error: 'tooLong' }).default(''),
  })
  .refine(({ role, label }) => role !== 'other' || label !== '', { error: 'relationLabelMissing', path: ['label'] })
  .transform(({ label, ...relation }) => ({ ...relation, label: relation.role === 'other' ? label : '' }))
export type NewRelation = Readonly<z.infer<typeof NewRelation>>

/** From the side of the contact whose card it is on. */
export const Relation = z.strictObject({ id: z.int(), role: z.enum(relationRoles), label: z.string(), contact: ContactLine })
export type Relation = Readonly<z.infer<typeof Relation>>

export const Relations = z.strictObject({
  relations: z.array(Relation),
  /** The company that the contact names as its own, where that is a contact too and the two are not linked yet. */
  company: ContactLine.nullable(),
})
