import { useMediaQuery } from '@vueuse/core'
import type { GlobalThemeOverrides } from 'naive-ui'
import { computed, shallowRef, watch } from 'vue'
import type { Preferences } from '../shared/settings/model.ts'
import { naiveTheme, readColours } from './theme/naive.ts'

type Appearance = Pick<Preferences, 'theme' | 'density'>

/** Follows the system until the user wants it light or dark. */
export function useTheme(appearance: () => Appearance) {
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)')
  const dark = computed(() => (appearance().theme === 'system' ? systemIsDark.value : appearance().theme === 'dark'))
  const overrides = shallowRef<GlobalThemeOverrides>({})
  const root = document.documentElement

  watch(
    dark,
    dark => {
      root.dataset.theme = dark ? 'dark' : 'light'
      overrides.value = naiveTheme(readColours())
    },
    { immediate: true },
  )
  watch(
    () => appearance().density,
    density => {
      root.dataset.density = density
    },
    { immediate: true },
  )
  return { dark, overrides }
}
