import type { Insertable, Selectable } from 'kysely'
import type { NewPriceRule, PriceAudience, PriceRule } from '../../shared/prices/model.ts'
import type { PriceRuleTable } from '../db/schema-prices.ts'

export const toRule = (row: Selectable<PriceRuleTable>): PriceRule => ({
  ...{ id: row.id, name: row.name, fromTime: row.fromTime, toTime: row.toTime, createdAt: row.createdAt },
  // Written by toRow only.
  scope: JSON.parse(row.scope) as PriceRule['scope'],
  effect: JSON.parse(row.effect) as PriceRule['effect'],
  weekdays: JSON.parse(row.weekdays) as PriceRule['weekdays'],
  audience: audienceOf(row),
  ...{ from: row.fromDay, to: row.toDay, isExclusive: row.isExclusive === 1 },
})

function audienceOf({ tagId, priceListId }: Selectable<PriceRuleTable>): PriceAudience {
  if (tagId !== null) return { kind: 'tag', tagId }
  return priceListId === null ? { kind: 'everybody' } : { kind: 'list', priceListId }
}

export const toRow = ({ audience, ...rule }: NewPriceRule): Omit<Insertable<PriceRuleTable>, 'createdAt'> => ({
  ...{ name: rule.name, fromDay: rule.from, toDay: rule.to, fromTime: rule.fromTime, toTime: rule.toTime },
  ...{ scope: JSON.stringify(rule.scope), effect: JSON.stringify(rule.effect), weekdays: JSON.stringify(rule.weekdays) },
  tagId: audience.kind === 'tag' ? audience.tagId : null,
  priceListId: audience.kind === 'list' ? audience.priceListId : null,
  isExclusive: Number(rule.isExclusive),
})
