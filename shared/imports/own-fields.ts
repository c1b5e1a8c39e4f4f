import type { FieldType } from '../fields/model.ts'

/** `custom.12` is a field of the shop's own, `new.number` one that is yet to be made of the column and its header. */
export const ownField = (id: number) => `custom.${id}`
export const newField = (type: FieldType) => `new.${type}`
