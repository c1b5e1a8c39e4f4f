/** Of two numbers: one digit differs, or two neighbours changed places. */
export function isOneSlip(a: number, b: number) {
  let [rest, other, apart, first] = [a, b, 0, 0]
  for (let place = 0; rest > 0 || other > 0; place++) {
    const [digit, counterpart] = [rest % 10, other % 10]
    if (digit !== counterpart) {
      apart++
      if (apart > 2) return false
      if (apart === 2 && (place !== first + 1 || !areSwapped(a, b, first))) return false
      first = place
    }
    rest = Math.trunc(rest / 10)
    other = Math.trunc(other / 10)
  }
  return apart > 0
}

function areSwapped(a: number, b: number, place: number) {
  const scale = 10 ** place
  const [x, y] = [Math.trunc(a / scale) % 100, Math.trunc(b / scale) % 100]
  return x % 10 === Math.trunc(y / 10) && y % 10 === Math.trunc(x / 10)
}
