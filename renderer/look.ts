import { watchEffect } from 'vue'
import { useSettings } from './settings/store.ts'

/** What the page knows of its look before it has asked anybody; `rail` once there is a shop to go round in. */
type Look = { theme?: 'light' | 'dark'; density?: string; rail?: string }

/** The next window begins as this one looks: public/begin.js puts this on the page's root, where the outline finds it. */
export function rememberLook() {
  const settings = useSettings()
  watchEffect(() => {
    const { theme, density, sidebar } = settings.preferences
    const look: Look = { density, ...(theme !== 'system' && { theme }), ...(settings.isSetUp && { rail: sidebar }) }
    try {
      localStorage.setItem('look', JSON.stringify(look))
    } catch {
      // A browser that keeps nothing begins with plain paper.
    }
  })
}
