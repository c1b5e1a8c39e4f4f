/** The ids with one of them a place further up or down. */
export function moved(ids: readonly number[], index: number, by: number) {
  const after = [...ids]
  const [one] = after.splice(index, 1)
  if (one !== undefined) after.splice(index + by, 0, one)
  return after
}
