import type { Field, FieldType } from '../../fields/model.ts'
import { subjectToBuild, type BuiltSubject } from './subjects.ts'

/** `custom.3` is the shop's field with the id 3, as in filters of contacts. Whether there is one is known where the fields are. */
export const isOwnName = (field: string) => /^custom\.[1-9]\d{0,8}$/.test(field)

/** Fields of the shop's own are of clients: a subject that has none has none of them. */
export const hasOwn = (subject: BuiltSubject) => subjectToBuild(subject).fields.includes('client')

const rowTypes: readonly FieldType[] = ['choice', 'yesNo', 'text', 'number']

/** Whether rows can be told apart by it: with several choices a client would be in several rows. */
export const canBeRow = ({ type }: Pick<Field, 'type'>) => rowTypes.includes(type)
export const canBeFilter = ({ type }: Pick<Field, 'type'>) => type === 'choices' || rowTypes.includes(type)
