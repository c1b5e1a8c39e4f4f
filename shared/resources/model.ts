import { z } from 'zod'
import { Instant } from '../time.ts'

const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

/** A room, a chair, a device: whatever can be taken by one visit at a time. */
export const NewResource = z.strictObject({
  name: text(60).min(1, { error: 'required' }),
  /** In the shop's own word; a service asks for one of a kind. */
  kind: text(40).min(1, { error: 'required' }),
})
export type NewResource = Readonly<z.infer<typeof NewResource>>
export const Resource = NewResource.extend({ id: z.int(), archivedAt: Instant.nullable() })
export type Resource = Readonly<z.infer<typeof Resource>>
