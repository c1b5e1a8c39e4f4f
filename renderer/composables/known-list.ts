import { computed } from 'vue'
import { useAnswer } from './answer.ts'

/** What a shop sets up once and every page may need: read at once. Without an answer there is none of it, until the next change. */
export function useKnownList<T>(ask: () => Promise<readonly T[]>, tables: readonly string[]) {
  const { answer, failure, load } = useAnswer(ask, { changes: tables })
  void load()
  return { all: computed(() => answer.value ?? []), isLoaded: computed(() => answer.value !== null), failure, load }
}

/** As above, of what is laid aside when it is no longer used, as the past still speaks of it. */
export function useArchivableList<T extends { readonly archivedAt: string | null }>(
  ask: () => Promise<readonly T[]>,
  tables: readonly string[],
) {
  const known = useKnownList(ask, tables)
  return {
    ...known,
    current: computed(() => known.all.value.filter(({ archivedAt }) => archivedAt === null)),
    archived: computed(() => known.all.value.filter(({ archivedAt }) => archivedAt !== null)),
  }
}

/** What can be chosen: all that is in use, and what was chosen before it was laid aside. */
export const offeredWith = <T extends { readonly id: number; readonly archivedAt: string | null }>(
  all: readonly T[],
  chosen: number | null | undefined,
) => all.filter(({ id, archivedAt }) => archivedAt === null || id === chosen)
