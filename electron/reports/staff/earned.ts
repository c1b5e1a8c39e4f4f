import type { CommissionRule } from '../../../shared/commissions/model.ts'
import { ruleFor, type Sold } from '../../../shared/commissions/rules.ts'
import type { Days } from '../../../shared/reports/periods.ts'
import { dayAfter } from '../../../shared/zone.ts'
import { rulesOf } from '../../commissions/service.ts'
import * as commissionQueries from '../commission-queries.ts'
import type { Named } from '../cover.ts'
import type { Around } from '../definition.ts'
import { itemsOf } from '../names.ts'
import * as sales from '../sales.ts'

export type Earned = Readonly<{ staffId: number; kind: Sold['kind']; itemId: number; rule: CommissionRule; net: number }>

/** Whether there are rules; of what everybody has a part, and by which of them: net revenue of services and products, what credit notes take back by the rule it was sold under. */
export async function earnedIn(days: Days, staffId: number | null, around: Around): Promise<{ hasRules: boolean; earned: Earned[] }> {
  const rules = await rulesOf(around.db)
  if (rules.length === 0) return { hasRules: false, earned: [] }
  const { categoryOf } = await itemsOf(around)
  const sold = [...(await soldIn(days, rules, around)), ...(await movedIn(days, around))]
  const earned = sold
    .filter(row => row.staffId !== 0 && (staffId === null || row.staffId === staffId))
    .flatMap(({ net, ...row }) => {
      const rule = ruleFor(rules, { ...row, category: categoryOf(row) })
      return rule ? [{ staffId: row.staffId, kind: row.kind, itemId: row.itemId, rule, net }] : []
    })
  return { hasRules: true, earned }
}

type Row = Readonly<Omit<Sold, 'category'> & { net: number }>

/** Between two days on which a rule begins, every day is like the first. */
async function soldIn(days: Days, rules: readonly CommissionRule[], around: Around): Promise<Row[]> {
  const rows = await sales.byStaffItemAndPart(around, stretchesOf(days, rules), sales.everythingIn(around.settings.currency))
  return rows.flatMap(({ key: day, staffId, kind, itemId, net }) =>
    kind === 'service' || kind === 'product' ? [{ day, staffId, kind, itemId, net }] : [],
  )
}

function stretchesOf({ from, to }: Days, rules: readonly CommissionRule[]): Named[] {
  const later = rules.map(({ validFrom }) => validFrom).filter(day => day > from && day <= to)
  const beginnings = [from, ...new Set(later)].sort()
  return beginnings.map((day, place) => ({
    key: day,
    from: day,
    to: place + 1 < beginnings.length ? dayAfter(beginnings[place + 1]!, -1) : to,
  }))
}

/** What a credit note took back is moved from its own day to that of the sale: where one rule holds on both, nothing changes. */
async function movedIn(days: Days, { db, settings }: Around): Promise<Row[]> {
  const rows = await commissionQueries.takenBack(db, days, settings.currency).execute()
  return rows.flatMap(({ day, soldOn, staffId, kind, itemId, net }) => {
    const row = { staffId: staffId!, kind: kind === 'product' ? ('product' as const) : ('service' as const), itemId }
    return [{ ...row, day: day!, net: -net }, ...(soldOn === null ? [] : [{ ...row, day: soldOn, net }])]
  })
}
