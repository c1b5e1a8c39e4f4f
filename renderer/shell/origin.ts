import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { RouteLocation } from 'vue-router'

/** A page with its period and filters, as its address says them. */
type Page = Readonly<{ to: string; title: string }>
type Place = Pick<RouteLocation, 'path' | 'fullPath'>

/** Where somebody came from who looks at what is behind a number, page by page: the way back, as long as they stay there. */
export const useOrigin = defineStore('origin', () => {
  const steps = shallowRef<readonly Readonly<{ page: Page; path: string }>[]>([])

  function lead(page: Page, path: string) {
    steps.value = [...steps.value, { page, path }]
  }

  /** One of what is listed there may be opened, and left again. Whoever has gone back is no longer led. */
  function see({ path, fullPath }: Place) {
    const led = steps.value.at(-1)?.page.to === fullPath ? steps.value.slice(0, -1) : steps.value
    steps.value = led.slice(0, led.findLastIndex(step => path === step.path || path.startsWith(`${step.path}/`)) + 1)
  }

  /** A report can lead into itself with another filter: it is no way back from itself. */
  function of({ path, fullPath }: Place) {
    const last = steps.value.at(-1)
    return last?.path === path && last.page.to !== fullPath ? last.page : null
  }
  return { lead, see, of }
})
