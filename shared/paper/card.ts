import type { Seller } from '../invoices/model.ts'
import { addressLines, homeOf } from './address.ts'

/** What is printed on a card for the hand, in words and figures of the shop's language. */
export type CardPaper = Readonly<{
  shop: string
  title: string
  /** What stands out on it: an amount, what it is good for, or whose it is. */
  worth: string
  holder: string
  code: string
  /** What a scanner reads. */
  scanned: string
  notes: readonly string[]
  foot: string
}>

/** Where the shop is, and how it is reached. */
export const footOfCard = (seller: Seller, language: string) =>
  [...addressLines(seller.address, homeOf(seller), language), seller.phone, seller.website || seller.email].filter(Boolean).join(' · ')
