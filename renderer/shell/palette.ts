import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** Ctrl+K: open or not. */
export const usePalette = defineStore('palette', () => {
  const open = shallowRef(false)
  return { open }
})
