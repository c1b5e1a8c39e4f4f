import type { RouteRecordRaw } from 'vue-router'

/** `contacts` is where the window opens, `contact` has the path `/contacts/:id`. */
export const contactRoutes: readonly RouteRecordRaw[] = []
