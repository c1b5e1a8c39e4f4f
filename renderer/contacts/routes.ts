import type { RouteRecordRaw } from 'vue-router'

/** `contact` has the path `/contacts/:id`. */
export const contactRoutes: readonly RouteRecordRaw[] = [
  { path: '/contacts', name: 'contacts', component: () => import('./ContactsPage.vue') },
  { path: '/contacts/new', name: 'newContact', component: () => import('./NewContactPage.vue') },
  {
    path: '/contacts/:id(\\d+)',
    name: 'contact',
    component: () => import('./ContactPage.vue'),
    props: route => ({ id: Number(route.params.id) }),
  },
]
