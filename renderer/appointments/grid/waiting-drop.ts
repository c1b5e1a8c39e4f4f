import { shallowRef } from 'vue'
import type { Waiting } from '../../../shared/waiting/model.ts'
import { dragType } from '../side/waiting.ts'
import { snapped } from '../walls.ts'
import type { Picked } from './options.ts'

/** Somebody of the waiting list carried over the calendar: where they would be booked, and then where they were put down. */
export function useWaitingDrop(
  at: (x: number, y: number) => Picked | null,
  grid: () => number,
  drop: (waitingId: Waiting['id'], where: Picked) => void,
) {
  const over = shallowRef<Picked | null>(null)

  function find({ clientX, clientY }: DragEvent) {
    const found = at(clientX, clientY)
    return found && { ...found, start: snapped(found.start, grid()) }
  }

  function onOver(event: DragEvent) {
    if (!event.dataTransfer?.types.includes(dragType)) return
    event.preventDefault()
    const found = find(event)
    // Told only when it is another place: each makes the calendar draw anew.
    if (found?.start !== over.value?.start || found?.column !== over.value?.column) over.value = found
  }

  function onDrop(event: DragEvent) {
    const id = Number(event.dataTransfer?.getData(dragType))
    const found = find(event)
    over.value = null
    if (id && found) drop(id, found)
  }

  return { over, onOver, onDrop, onLeave: () => (over.value = null) }
}
