import { useMediaQuery, useTimeoutFn } from '@vueuse/core'
import { shallowRef, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { usePlace } from './list/place.ts'

/** A form that may hold something unsaved. */
export type Guarded = { mayLeave: () => Promise<boolean> }

const handRests = 110

/** What is beside the list: a card, a new contact, or, where there is no room for that, pages of their own. */
export function useSide(guarded: Ref<Guarded | null>) {
  const router = useRouter()
  const place = usePlace()
  const isWide = useMediaQuery('(width >= 1180px)')
  const isNew = shallowRef(false)
  let wanted: number | null = null

  async function show(id: number) {
    if (id === place.open && !isNew.value) return
    if (!((await guarded.value?.mayLeave()) ?? true)) return
    isNew.value = false
    place.open = id
  }

  // Passing over rows opens none of them: the one where the hand rests is read.
  const { start: showSoon, stop } = useTimeoutFn(() => wanted !== null && void show(wanted), handRests, { immediate: false })

  function choose(id: number) {
    wanted = id
    if (isWide.value) showSoon()
  }

  async function open(id: number) {
    stop()
    if (isWide.value) return show(id)
    place.open = id
    await router.push({ name: 'contact', params: { id } })
  }

  async function begin() {
    if (!isWide.value) return router.push({ name: 'newContact' })
    stop()
    if (!isNew.value && ((await guarded.value?.mayLeave()) ?? true)) isNew.value = true
  }

  function close() {
    isNew.value = false
    place.open = null
  }

  return { isWide, isNew, choose, open, begin, close }
}
