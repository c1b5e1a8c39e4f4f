/** Numbers, however many come. */
export function growing() {
  let values = new Float64Array(4096)
  let length = 0
  return {
    push(value: number) {
      if (length === values.length) values = larger(values)
      values[length++] = value
    },
    taken: () => values.subarray(0, length),
  }
}
export type Growing = ReturnType<typeof growing>

function larger(values: Float64Array) {
  const grown = new Float64Array(values.length * 2)
  grown.set(values)
  return grown
}
