import type { RouteRecordRaw } from 'vue-router'

/** `import` has the path `/import`. */
export const importRoutes: readonly RouteRecordRaw[] = [{ path: '/import', name: 'import', component: () => import('./ImportPage.vue') }]
