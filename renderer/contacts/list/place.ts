import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** Where somebody was in the list: found again when they come back to it. */
export const usePlace = defineStore('contactsPlace', () => {
  const row = shallowRef<number | null>(null)
  const top = shallowRef(0)
  /** The contact whose card is beside the list. */
  const open = shallowRef<number | null>(null)
  return { row, top, open }
})
