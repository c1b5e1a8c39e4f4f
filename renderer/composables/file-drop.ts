import { useEventListener } from '@vueuse/core'
import { shallowRef } from 'vue'

/** Files that are dropped anywhere on the page; whatever else is carried over it is left to others. */
export function useFileDrop(drop: (files: readonly File[]) => void) {
  const isOver = shallowRef(false)
  let depth = 0

  function watch(type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) {
    useEventListener(document.documentElement, type, (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      // Without this, the browser would open the file itself.
      event.preventDefault()
      act(event)
      isOver.value = depth > 0
    })
  }
  watch('dragenter', () => depth++)
  watch('dragleave', () => depth--)
  watch('dragover', ({ dataTransfer }) => dataTransfer && (dataTransfer.dropEffect = 'copy'))
  watch('drop', ({ dataTransfer }) => {
    depth = 0
    drop([...(dataTransfer?.files ?? [])])
  })

  return isOver
}
