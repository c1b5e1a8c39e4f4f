import { createI18n } from 'vue-i18n'
import { messages } from '../shared/locales/messages.ts'
import { languages, type Language } from '../shared/settings/model.ts'

/** Messages are interpreted, never compiled to code: the window's policy forbids eval. */
export const createTexts = (language: Language) =>
  createI18n({ legacy: false, locale: language, fallbackLocale: 'en', messages: { ...messages }, warnHtmlMessage: false })

/** Before anybody has chosen: the first language of the system that Regulars speaks. */
export function systemLanguage(wanted: readonly string[] = navigator.languages): Language {
  const spoken = wanted.map(tag => tag.slice(0, 2)).find(tag => languages.some(language => language === tag))
  return languages.find(language => language === spoken) ?? 'en'
}
