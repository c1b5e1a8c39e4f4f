import { describe, expect, it } from 'vitest'
import { dice } from '../../shared/demo/dice.ts'
import type { CommissionRule, CommissionScope } from '../../shared/commissions/model.ts'
import { dayAfter } from '../../shared/zone.ts'
import { column, totalOf } from '../reports/reading.ts'
import { aRandomShop, seeds } from '../reports/random-shop.ts'

type Line = Record<'staffId' | 'itemId' | 'net', number> & Record<'issuedOn' | 'documentKind' | 'kind' | 'category', string>
const lines = `select line.staffId, line.kind, document.kind as documentKind, coalesce(line.serviceId, line.productId, 0) as itemId, line.netOfAll as net,
  document.issuedOn, source.issuedOn as soldOn, source.kind as sourceKind, coalesce(service.category, product.category, '') as category
  from documentLine as line join document on document.id = line.documentId left join document as source on source.id = document.sourceId
  left join service on service.id = line.serviceId left join product on product.id = line.productId
  where document.issuedAt is not null and document.kind <> 'quote' and line.staffId is not null`
type Found = Line & { soldOn: string | null; sourceKind: string | null }

const days = { from: '2026-11-24', to: '2027-01-05' }

/** Word for word: of all rules that hold for a line, the one that nobody beats. */
function naiveRule(rules: readonly CommissionRule[], line: Found, day: string) {
  const holds = ({ staffId, scope, validFrom }: CommissionRule) => {
    if ((staffId !== null && staffId !== line.staffId) || validFrom > day) return false
    const meant: Record<CommissionScope['kind'], boolean> = {
      services: line.kind === 'service',
      products: line.kind === 'product',
      category: scope.kind === 'category' && scope.category === line.category,
      service: scope.kind === 'service' && line.kind === 'service' && scope.serviceId === line.itemId,
      product: scope.kind === 'product' && line.kind === 'product' && scope.productId === line.itemId,
    }
    return meant[scope.kind]
  }
  const rank = ({ staffId, scope, validFrom }: CommissionRule) =>
    `${staffId === null ? 0 : 1} ${{ services: 1, products: 1, category: 2, service: 3, product: 3 }[scope.kind]} ${validFrom}`
  return rules.filter(holds).reduce<CommissionRule | null>((best, rule) => (best && rank(best) >= rank(rule) ? best : rule), null)
}

/** In ten thousandths of a cent, line by line. */
function naively(rules: readonly CommissionRule[], all: readonly Found[], keyOf: (line: Found, rule: CommissionRule) => string) {
  const sums = new Map<string, number>()
  for (const line of all) {
    if (line.issuedOn < days.from || line.issuedOn > days.to) continue
    if (line.kind !== 'service' && line.kind !== 'product') continue
    if (line.documentKind === 'deposit' || (line.documentKind === 'creditNote' && line.sourceKind === 'deposit')) continue
    const rule = naiveRule(rules, line, line.documentKind === 'creditNote' ? line.soldOn! : line.issuedOn)
    if (rule) sums.set(keyOf(line, rule), (sums.get(keyOf(line, rule)) ?? 0) + line.net * rule.basisPoints)
  }
  const rounded = [...sums].map(([key, sum]) => [key, (Math.sign(sum) * Math.round(Math.abs(sum) / 10_000)) as number] as const)
  return Object.fromEntries(rounded.filter(([, sum]) => sum !== 0))
}

async function aShopWithRules(seed: number) {
  const shop = await aRandomShop(seed)
  const roll = dice(seed + 100)
  const scopes: CommissionScope[] = [
    { kind: 'services' },
    { kind: 'products' },
    { kind: 'category', category: 'Colour' },
    { kind: 'category', category: 'Books' },
    { kind: 'service', serviceId: shop.ids.cut },
    { kind: 'product', productId: shop.ids.shampoo },
  ]
  for (let turn = 0; turn < 14; turn++)
    await shop
      .api('commissions.addRule', {
        staffId: roll.pick(shop.staff),
        scope: roll.pick(scopes),
        basisPoints: roll.below(5000),
        validFrom: dayAfter('2026-11-20', roll.below(40)),
      })
      .catch(() => null)
  return { ...shop, rules: await shop.api('commissions.rules', {}), all: shop.rows<Found>(lines) }
}

describe.each(seeds)('Commission of a shop (%i)', seed => {
  it('is that of every line by the rule that held, and credit notes take back what was given', { timeout: 90_000 }, async () => {
    const { api, rules, all } = await aShopWithRules(seed)
    const ask = (report: 'commissions' | 'staff', over: object = {}) => api('reports.run', { report, ...days, ...over })
    const byStaff = naively(rules, all, line => String(line.staffId))
    expect(Object.keys(byStaff).length).toBeGreaterThan(0)
    expect(column(await ask('commissions', { group: 'staff' }), 'commission')).toEqual(byStaff)
    expect(column(await ask('staff'), 'commission')).toEqual(byStaff)
    expect(column(await ask('commissions', { group: 'rule' }), 'commission')).toEqual(
      naively(rules, all, (line, rule) => `${line.staffId}.${rule.id}`),
    )
    expect(column(await ask('commissions', { group: 'item' }), 'commission')).toEqual(
      naively(rules, all, line => `${line.staffId}.${line.kind}.${line.itemId}`),
    )
    const [wholes, parts] = [totalOf(await ask('commissions', { group: 'staff' })), totalOf(await ask('commissions', { group: 'item' }))]
    expect(parts).toEqual(wholes)
  })

  it('of one person is what it is among all', { timeout: 90_000 }, async () => {
    const { api, ids } = await aShopWithRules(seed)
    const all = await api('reports.run', { report: 'commissions', group: 'rule', ...days })
    const one = await api('reports.run', { report: 'commissions', group: 'rule', ...days, staffId: ids.jana })
    expect(column(one, 'commission')).toEqual(
      Object.fromEntries(Object.entries(column(all, 'commission')).filter(([key]) => key.startsWith(`${ids.jana}.`))),
    )
  })
})
