import { computed, nextTick, shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { hidden, isUsual, movedBy, movedTo, resized, shownAgain, shownTiles, usualArrangement } from '../../shared/dashboard/arranging.ts'
import type { Arrangement, TileName, TileSize } from '../../shared/dashboard/model.ts'

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -99, End: 99 }

/** Tiles on their way: nothing is kept before somebody is done. */
export function useArranging(kept: Ref<Arrangement | null>) {
  const { t } = useI18n()
  const draft = shallowRef<Arrangement | null>(null)
  const dragged = shallowRef<TileName | null>(null)
  /** What a screen reader hears of a move. */
  const said = shallowRef('')
  const shown = computed(() => shownTiles(draft.value ?? kept.value ?? []))
  const isChanged = computed(() => draft.value !== null && JSON.stringify(draft.value) !== JSON.stringify(kept.value))

  const change = (step: (arrangement: Arrangement) => Arrangement) => {
    if (draft.value) draft.value = step(draft.value)
  }

  function drop(target: TileName) {
    const tile = dragged.value
    if (tile) change(arrangement => movedTo(arrangement, tile, target))
    dragged.value = null
  }

  /** The one that has the focus keeps it, wherever it goes. */
  async function moveByKey(event: KeyboardEvent, tile: TileName) {
    const by = steps[event.key]
    if (by === undefined) return
    event.preventDefault()
    const handle = event.currentTarget
    change(arrangement => movedBy(arrangement, tile, by))
    const place = shown.value.findIndex(one => one.tile === tile) + 1
    said.value = t('dashboard.moved', { tile: t(`dashboard.names.${tile}`), place, count: shown.value.length })
    await nextTick()
    if (handle instanceof HTMLElement) handle.focus()
  }

  return {
    ...{ draft, dragged, said, shown, isChanged, drop, moveByKey },
    hiddenTiles: computed(() => (draft.value ?? []).filter(({ isShown }) => !isShown)),
    isUsual: computed(() => draft.value !== null && isUsual(draft.value)),
    begin: () => (draft.value = kept.value),
    end: () => (draft.value = null),
    reset: () => change(() => usualArrangement),
    resize: (tile: TileName, size: TileSize) => change(arrangement => resized(arrangement, tile, size)),
    hide: (tile: TileName) => change(arrangement => hidden(arrangement, tile)),
    show: (tile: TileName) => change(arrangement => shownAgain(arrangement, tile)),
  }
}
