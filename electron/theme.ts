import { nativeTheme } from 'electron'
import { Preferences } from '../shared/settings/model.ts'
import type { Dispatch } from './dispatch.ts'

/** The frame, the menus and the first thing painted follow what the person prefers, whenever the page asks for it or changes it. */
export const followingTheme =
  (dispatch: Dispatch): Dispatch =>
  async (name, raw, session) => {
    const result = await dispatch(name, raw, session)
    if (result.ok && name.startsWith('preferences.')) nativeTheme.themeSource = Preferences.parse(result.value).theme
    return result
  }
