import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { tiers } from '../../shared/reports/clients.ts'
import type { FilterName } from '../../shared/reports/model.ts'
import { useApi } from '../api.ts'

type Choice = Readonly<{ value: string; label: string }>
export type FilterChoices = Readonly<{ name: FilterName; choices: readonly Choice[] }>

/** What a report can be narrowed to: read once, when the page is opened. */
export function useFilterChoices(wanted: readonly FilterName[]) {
  const { t } = useI18n()
  const api = useApi()
  const found = shallowRef<Partial<Record<FilterName, readonly Choice[]>>>({})
  const named = (rows: readonly { id: number; name: string }[]) => rows.map(({ id, name }) => ({ value: String(id), label: name }))

  const asWritten = (text: string) => ({ value: text, label: text })

  async function load() {
    const asks = (name: FilterName) => wanted.includes(name)
    const [staff, services, products, programmes, tags, sources, segments] = await Promise.all([
      asks('staffId') ? api('staff.list', {}) : [],
      asks('serviceId') || asks('category') ? api('catalogue.services', {}) : [],
      asks('productId') || asks('category') ? api('catalogue.products', {}) : [],
      asks('programmeId') ? api('loyalty.programmes', {}) : [],
      asks('tagId') ? api('contacts.tags', {}) : [],
      asks('source') ? api('reports.sources', {}) : [],
      asks('segmentId') ? api('segments.list', {}) : [],
    ])
    const categories = [...new Set([...services, ...products].map(({ category }) => category).filter(Boolean))].sort()
    found.value = {
      ...{ staffId: named(staff), serviceId: named(services), productId: named(products), programmeId: named(programmes) },
      ...{ category: categories.map(asWritten), source: sources.map(asWritten), tagId: named(tags), segmentId: named(segments) },
    }
  }
  void load().catch(() => undefined)

  const ofTiers = computed(() => tiers.map(tier => ({ value: tier, label: t(`reports.tiers.${tier}`) })))
  /** A choice of one is none. */
  return computed(() =>
    wanted
      .map(name => ({ name, choices: name === 'tier' ? ofTiers.value : (found.value[name] ?? []) }))
      .filter(({ choices, name }) => choices.length > (name === 'programmeId' ? 1 : 0)),
  )
}
