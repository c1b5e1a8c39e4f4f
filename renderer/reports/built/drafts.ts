import { shallowRef, watch } from 'vue'

type Given<W> = Readonly<{ subject: string; whole: readonly W[] }>

/** What is put together one thing at a time: as long as it is not said whole, it is shown here and is nothing yet. */
export function useDrafts<D, W extends D>(given: () => Given<W>, isWhole: (draft: D) => draft is W, emit: (whole: readonly W[]) => void) {
  const drafts = shallowRef<readonly D[]>(given().whole)
  watch(given, ({ subject, whole }, { subject: before }) => {
    if (subject !== before || JSON.stringify(drafts.value.filter(isWhole)) !== JSON.stringify(whole)) drafts.value = whole
  })

  function put(changed: readonly D[]) {
    drafts.value = changed
    emit(changed.filter(isWhole))
  }
  return { drafts, put }
}
