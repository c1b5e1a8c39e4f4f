import type { Language } from '../shared/settings/model.ts'

/** What the person's system speaks, as far as the app does: for everything before they have chosen. */
export const systemLanguage = (locale = Intl.DateTimeFormat().resolvedOptions().locale): Language => (/^de\b/i.test(locale) ? 'de' : 'en')
