import type { RouteRecordRaw } from 'vue-router'

/** `import` has the path `/import`, what came of an earlier one `/import/` with the operation that it was. */
export const importRoutes: readonly RouteRecordRaw[] = [
  { path: '/import', name: 'import', component: () => import('./ImportPage.vue') },
  {
    path: '/import/:operation(\\d+)',
    component: () => import('./PastImportPage.vue'),
    props: route => ({ operation: Number(route.params.operation) }),
  },
]
