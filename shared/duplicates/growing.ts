/** Half as much again: twice would leave up to half of a large array empty. */
const room = (length: number) => Math.ceil(length * 1.5)

/** Numbers, however many come. `whenFull` may put those that are there closer together, and returns how many are left. */
export function growing(whenFull: (values: Float64Array) => number = ({ length }) => length) {
  let values = new Float64Array(4096)
  let length = 0

  function makeRoom() {
    length = whenFull(values)
    if (length > values.length / 2) values = larger(values, new Float64Array(room(values.length)))
  }

  return {
    push(value: number) {
      if (length === values.length) makeRoom()
      values[length++] = value
    },
    taken: () => values.subarray(0, length),
  }
}
export type Growing = ReturnType<typeof growing>

export const grown = (values: Int32Array): Int32Array<ArrayBuffer> => larger(values, new Int32Array(room(values.length)))

function larger<T extends Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(values: ArrayLike<number>, into: T) {
  into.set(values)
  return into
}
