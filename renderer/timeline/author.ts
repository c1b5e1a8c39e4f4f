import { useI18n } from 'vue-i18n'

export function useAuthor() {
  const { t, te } = useI18n()
  return { authorName: (user: string) => (te(`historyPage.users.${user}`, 'en') ? t(`historyPage.users.${user}`) : user) }
}
