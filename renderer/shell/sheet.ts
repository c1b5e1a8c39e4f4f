import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** The sheet of keyboard shortcuts: open or not. */
export const useSheet = defineStore('sheet', () => {
  const open = shallowRef(false)
  return { open }
})
