import { computed } from 'vue'
import { useCatalogue } from '../catalogue/store.ts'
import { useProducts } from '../catalogue/product-store.ts'

type Choice = Readonly<{ kind: 'service' | 'product'; id: number; name: string; mark: string }>

/** Services and products by names of which none stands twice. */
export function useItemNames() {
  const services = useCatalogue()
  const products = useProducts()

  const choices = computed<readonly (Choice & { label: string })[]>(() => {
    const all: Choice[] = [
      ...services.current.map(({ id, name, category }) => ({ kind: 'service' as const, id, name, mark: category })),
      ...products.all
        .filter(({ archivedAt }) => archivedAt === null)
        .map(({ id, name, sku, barcode, category }) => ({ kind: 'product' as const, id, name, mark: sku || barcode || category })),
    ]
    const isTwice = (one: Choice) => all.some(other => other !== one && other.name === one.name)
    return all.map(one => ({ ...one, label: isTwice(one) ? `${one.name} (${one.mark || one.id})` : one.name }))
  })
  const categories = computed(() =>
    [...new Set([...services.current.map(({ category }) => category), ...products.categories])].filter(Boolean),
  )

  const namesOf = (kind: Choice['kind'], ids: readonly number[]) =>
    choices.value.filter(one => one.kind === kind && ids.includes(one.id)).map(({ label }) => label)
  const idsOf = (kind: Choice['kind'], names: readonly string[]) =>
    choices.value.filter(one => one.kind === kind && names.includes(one.label)).map(({ id }) => id)

  return { choices, categories, namesOf, idsOf }
}
