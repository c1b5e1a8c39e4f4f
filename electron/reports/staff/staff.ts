import { groupedBy } from '../../../shared/group.ts'
import { averageOf, decimalOf, shareOf, tableOf, type ColumnOf, type Line } from '../../../shared/reports/table.ts'
import type { Days } from '../../../shared/reports/periods.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as diary from '../diary.ts'
import { staffOf } from '../names.ts'
import { highestFirst } from '../ranking.ts'
import * as sales from '../sales.ts'
import { commissionOf, commissionsOf, earnedOf } from './commissions.ts'
import { earnedIn } from './earned.ts'
import { lastVisits, visitsOfNobody } from '../staff-queries.ts'

type Figure = 'net' | 'gross' | 'documents' | 'products' | 'visits' | 'noShow' | 'due' | 'served' | 'rebooked' | 'earned'

const columns: ColumnOf<Figure>[] = [
  { key: 'net', type: 'money', value: ({ net }) => net },
  { key: 'share', type: 'percent', value: ({ net }, all) => shareOf(net, all.net) },
  { key: 'documentsOfStaff', type: 'number', value: ({ documents }) => documents },
  { key: 'averageOfStaff', type: 'money', value: ({ gross, documents }) => averageOf(gross, documents) },
  { key: 'visits', type: 'number', value: ({ visits }) => visits },
  { key: 'noShowRate', type: 'percent', value: ({ noShow, due }) => shareOf(noShow, due) },
  { key: 'rebookingRate', type: 'percent', value: ({ rebooked, served }) => shareOf(rebooked, served) },
  { key: 'productsPerVisit', type: 'decimal', value: ({ products, visits }) => decimalOf(products / 1000, visits) },
]

const commission: ColumnOf<Figure> = { key: 'commission', type: 'money', value: ({ earned }) => commissionOf(earned) }

/** What everybody has brought and served, each figure the same as in the reports of revenue and of visits. */
export const staff: Definition = {
  ...{ name: 'staff', subject: 'staff', groups: ['staff'], filters: [], period: 'thisMonth' },
  isOfDiary: true,
  run,
}

async function run({ days }: Asked, around: Around) {
  const { settings } = around
  const nameOf = await staffOf(around)
  const sold = await sales.byStaffAndKind(around, days, sales.everythingIn(settings.currency)).execute()
  const visits = new Map((await diary.byStaff(around, days).execute()).map(row => [row.staffId, row]))
  const again = await rebookedOf(days, around, id => visits.get(id)?.served ?? 0)
  const { hasRules, earned } = await earnedIn(days, null, around)
  const commissions = groupedBy(earned, ({ staffId }) => staffId)
  const ids = new Set([...sold.map(({ staffId }) => staffId), ...visits.keys()])
  const lines = [...ids].map((id): Line<Figure> => {
    const [rows, seen] = [sold.filter(({ staffId }) => staffId === id), visits.get(id)]
    const sum = (of: (row: (typeof sold)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
    const figures = {
      ...{ net: sum(({ net }) => net), gross: sum(({ gross }) => gross), documents: sum(({ ofStaff }) => ofStaff) },
      products: sum(({ kind, quantity }) => (kind === 'product' ? quantity : 0)),
      ...{ visits: (seen?.done ?? 0) + (seen?.open ?? 0), noShow: seen?.noShow ?? 0, due: (seen?.done ?? 0) + (seen?.noShow ?? 0) },
      ...again(id),
      earned: (commissions.get(id) ?? []).reduce((total, one) => total + earnedOf(one), 0),
    }
    return { key: String(id), label: nameOf(id), link: hasRules && id !== 0 ? commissionsOf(id, days) : null, figures }
  })
  const there = lines.filter(({ figures }) => Object.values(figures).some(figure => figure !== 0))
  const shown = hasRules ? [...columns, commission] : columns
  return tableOf({ columns: shown, lines: highestFirst(there, ({ net }) => net), chart: { kind: 'ranking', columns: ['net'] } })
}

/** Of the visits whose client is known, how many were not the last one. */
async function rebookedOf(days: Days, around: Around, all: (id: number) => number) {
  const { db } = around
  const { start, end } = around.clock.stretchOf(days)
  const [unknown, last] = [visitsOf(await visitsOfNobody(db, start, end).execute()), visitsOf(await lastVisits(db, start, end).execute())]
  return (id: number) => {
    const served = all(id) - unknown(id)
    return { served, rebooked: served - last(id) }
  }
}

function visitsOf(rows: readonly { staffId: number; visits: number }[]) {
  const known = new Map(rows.map(({ staffId, visits }) => [staffId, visits]))
  return (id: number) => known.get(id) ?? 0
}
