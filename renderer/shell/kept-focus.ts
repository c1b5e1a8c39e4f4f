import { useEventListener, useMutationObserver } from '@vueuse/core'
import type { Ref } from 'vue'

const reachable = 'h1, a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)'

const nearestOf = (around: readonly Element[]) =>
  around.map(element => element.querySelector<HTMLElement>(reachable)).find(found => found !== null) ?? null

/** What somebody works with can vanish or be switched off under their hands: the focus goes to what is nearest then, not to nowhere. */
export function useKeptFocus(
  page: Readonly<Ref<HTMLElement | null>>,
  haven: (around: readonly Element[]) => HTMLElement | null = nearestOf,
) {
  let path: readonly Element[] = []

  const isThere = (element: Element | undefined) => element?.isConnected === true && !element.matches(':disabled')
  const isLost = () => path.length > 0 && !isThere(path[0]) && (document.activeElement ?? document.body) === document.body

  function keep() {
    if (!isLost()) return
    const around = path.slice(1).filter(element => element.isConnected)
    path = []
    haven(around)?.focus({ preventScroll: true })
  }

  useEventListener(page, 'focusin', ({ target }) => {
    path = target instanceof Element ? ancestry(target) : []
  })
  // Whoever leaves it on purpose is followed by nobody.
  useEventListener(page, 'focusout', () =>
    queueMicrotask(() => {
      if (isThere(path[0]) && document.activeElement !== path[0]) path = []
    }),
  )
  // A page that knows a better place has gone there by the next frame.
  useMutationObserver(page, () => isLost() && requestAnimationFrame(keep), {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled'],
  })
}

const ancestry = (element: Element): readonly Element[] => [element, ...(element.parentElement ? ancestry(element.parentElement) : [])]
