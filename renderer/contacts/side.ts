import { useMediaQuery, useTimeoutFn } from '@vueuse/core'
import { shallowRef, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { usePlace } from './list/place.ts'

/** A form that may hold something unsaved. */
export type Guarded = { mayLeave: () => Promise<boolean>; writing?: boolean }

const handRests = 110

/** What is beside the list: a card, a new contact, or, where there is no room for that, pages of their own. */
export function useSide(guarded: Ref<Guarded | null>) {
  const router = useRouter()
  const place = usePlace()
  const isWide = useMediaQuery('(width >= 1180px)')
  const isNew = shallowRef(false)
  let passed: number | null = null

  const mayLeave = async () => (await guarded.value?.mayLeave()) ?? true

  async function show(id: number) {
    stop()
    if (!isWide.value) return enter(id)
    if ((id === place.open && !isNew.value) || !(await mayLeave())) return
    isNew.value = false
    place.open = id
  }

  const enter = (id: number) => router.push({ name: 'contact', params: { id } })

  // Passing over rows opens none of them: the one where the hand rests is read.
  const { start: showSoon, stop } = useTimeoutFn(() => passed !== null && void show(passed), handRests, { immediate: false })

  function pass(id: number) {
    passed = id
    if (isWide.value) showSoon()
  }

  async function begin() {
    if (!isWide.value) return router.push({ name: 'newContact' })
    stop()
    if (!isNew.value && (await mayLeave())) isNew.value = true
  }

  function close() {
    isNew.value = false
    place.open = null
  }

  return { isWide, isNew, show, enter, pass, begin, close }
}
