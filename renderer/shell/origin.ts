import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** A page with its period and filters, as its address says them. */
type Page = Readonly<{ to: string; title: string }>

/** Where somebody came from who looks at what is behind a number: the way back, as long as they stay there. */
export const useOrigin = defineStore('origin', () => {
  const kept = shallowRef<Readonly<{ page: Page; path: string }> | null>(null)

  function lead(page: Page, path: string) {
    kept.value = { page, path }
  }

  /** One of what is listed there may be opened, and left again. */
  function see(path: string) {
    if (kept.value && path !== kept.value.path && !path.startsWith(`${kept.value.path}/`)) kept.value = null
  }

  const of = (path: string) => (kept.value?.path === path ? kept.value.page : null)
  return { lead, see, of }
})
