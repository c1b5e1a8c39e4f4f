import { z } from 'zod'
import { Instant } from '../time.ts'
import { Contact, ContactFields } from './model.ts'

const id = z.int().positive()

/** `fields` are what was chosen where the two differ; left out, the survivor's own value stands and lists are united. */
export const MergeWanted = z.strictObject({
  survivorId: id,
  loserIds: z.array(id).min(1).max(100),
  fields: ContactFields.omit({ kind: true }).partial().default({}),
})
export type MergeWanted = Readonly<z.infer<typeof MergeWanted>>

/** One that is part of another contact now. Its own id and name, as it was. */
export const StandingMerge = z.strictObject({ id, name: z.string(), at: Instant })
export type StandingMerge = Readonly<z.infer<typeof StandingMerge>>

/** `stayed`: the fields in which something was added to the survivor since; it is still there. */
export const Unmerged = z.strictObject({ contact: Contact, survivor: Contact, stayed: z.array(z.string()) })
export type Unmerged = Readonly<z.infer<typeof Unmerged>>
