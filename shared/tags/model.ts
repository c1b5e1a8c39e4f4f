import { z } from 'zod'
import { limits } from '../contacts/limits.ts'

export const tagColours = ['green', 'teal', 'blue', 'violet', 'rose', 'copper', 'amber', 'grey'] as const
export type TagColour = (typeof tagColours)[number]

export const TagName = z.string().trim().min(1, { error: 'tagEmpty' }).max(limits.tag, { error: 'tooLong' })

/** Without a colour of its own, a tag has one that follows from its name. */
export const ColouredTag = z.strictObject({ id: z.int(), name: z.string(), colour: z.enum(tagColours).nullable() })
export type ColouredTag = Readonly<z.infer<typeof ColouredTag>>
