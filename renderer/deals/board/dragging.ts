import { onScopeDispose, shallowRef, type Ref } from 'vue'
import type { DealLine } from '../../../shared/deals/model.ts'

/** Further than a hand trembles. */
const threshold = 6
/** A finger that rests holds the card; one that moves on scrolls. */
const restsFor = 250
const edge = 56
const scrollStep = 14

/** The columns, and what follows the pointer. */
type Elements = Readonly<Record<'area' | 'picture', Readonly<Ref<HTMLElement | null>>>>
type Held = { card: DealLine; id: number; x: number; y: number; startX: number; startY: number; rect: DOMRect }

/**
 * Cards under a pointer, of a mouse or a finger. The card that is held is a picture of its own, moved without drawing the board again;
 * only the column below it is told.
 */
export function useDragging({ area, picture }: Elements, drop: (card: DealLine, stageId: number) => void) {
  const dragged = shallowRef<DealLine | null>(null)
  const over = shallowRef<number | null>(null)
  let held: Held | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = 0
  let wasDragged = false

  function press(event: PointerEvent, card: DealLine) {
    if (event.button !== 0 || held) return
    wasDragged = false
    const { clientX: x, clientY: y, pointerId: id } = event
    const rect = (event.currentTarget as HTMLElement).getBoundingClientRect()
    held = { card, id, x, y, startX: x, startY: y, rect }
    if (event.pointerType !== 'mouse') timer = setTimeout(begin, restsFor)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', leave, true)
  }

  function begin() {
    if (!held) return
    dragged.value = held.card
    over.value = held.card.stageId
    frame = requestAnimationFrame(follow)
  }

  function move(event: PointerEvent) {
    if (!held || event.pointerId !== held.id) return
    held.x = event.clientX
    held.y = event.clientY
    const isFar = Math.hypot(held.x - held.startX, held.y - held.startY) > threshold
    if (dragged.value || !isFar) return
    if (event.pointerType === 'mouse') begin()
    else cancel()
  }

  function follow() {
    if (!held || !dragged.value) return
    const { x, y, startX, startY, rect } = held
    if (picture.value) {
      picture.value.style.width = `${rect.width}px`
      picture.value.style.transform = `translate3d(${rect.left + x - startX}px, ${rect.top + y - startY}px, 0) rotate(1.2deg)`
    }
    const stageId = stageAt(x, y)
    if (stageId !== over.value) over.value = stageId
    scrollAtEdges(x)
    frame = requestAnimationFrame(follow)
  }

  function stageAt(x: number, y: number) {
    const column = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-stage]')
    return column && area.value?.contains(column) ? Number(column.dataset.stage) : null
  }

  function scrollAtEdges(x: number) {
    const box = area.value?.getBoundingClientRect()
    if (!box || !area.value) return
    if (x < box.left + edge) area.value.scrollLeft -= scrollStep
    if (x > box.right - edge) area.value.scrollLeft += scrollStep
  }

  function release() {
    const [card, stageId] = [dragged.value, over.value]
    end()
    wasDragged = card !== null
    if (card && stageId !== null && stageId !== card.stageId) drop(card, stageId)
  }

  function cancel() {
    end()
  }

  /** Escape puts the card back. */
  function leave(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !dragged.value) return
    event.preventDefault()
    event.stopPropagation()
    wasDragged = true
    end()
  }

  function end() {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    held = null
    dragged.value = null
    over.value = null
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', release)
    window.removeEventListener('pointercancel', cancel)
    window.removeEventListener('keydown', leave, true)
  }

  /** The click that ends a drag opens nothing. */
  function hold(event: MouseEvent) {
    if (!wasDragged) return
    wasDragged = false
    event.preventDefault()
    event.stopPropagation()
  }

  /** While a finger holds a card, the page below it stays. */
  const stay = (event: TouchEvent) => dragged.value && event.cancelable && event.preventDefault()

  onScopeDispose(end)
  return { dragged, over, press, hold, stay }
}
