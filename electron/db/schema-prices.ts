import type { Generated } from 'kysely'

export type PriceListTable = { id: Generated<number>; name: string; createdAt: string }
/** For everybody where it names neither a tag nor a list. */
export type PriceRuleTable = {
  id: Generated<number>
  name: string
  scope: string
  effect: string
  tagId: number | null
  priceListId: number | null
  fromDay: string | null
  toDay: string | null
  weekdays: string
  fromTime: string | null
  toTime: string | null
  isExclusive: number
  createdAt: string
}
export type ClientPriceListTable = { id: Generated<number>; contactId: number; priceListId: number }

export type PricesSchema = { priceList: PriceListTable; priceRule: PriceRuleTable; clientPriceList: ClientPriceListTable }
