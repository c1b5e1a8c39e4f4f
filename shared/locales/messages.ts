import type { Language } from '../settings/model.ts'
import { de } from './de.ts'
import { en } from './en.ts'

export type Messages = typeof en

/** Every text of the product, in every language shipped. */
export const messages: Readonly<Record<Language, Messages>> = { en, de }
