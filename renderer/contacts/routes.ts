import type { RouteRecordRaw } from 'vue-router'
import ContactsPage from './ContactsPage.vue'

/** `contacts` is where the window opens, so it comes with the window; `contact` has the path `/contacts/:id`. */
export const contactRoutes: readonly RouteRecordRaw[] = [
  { path: '/contacts', name: 'contacts', component: ContactsPage },
  { path: '/contacts/new', name: 'newContact', component: () => import('./NewContactPage.vue') },
  {
    path: '/contacts/:id(\\d+)',
    name: 'contact',
    component: () => import('./ContactPage.vue'),
    props: route => ({ id: Number(route.params.id) }),
  },
]
