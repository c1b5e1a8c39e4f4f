/** Remembers what was said of things that come again and again. All of it is forgotten when there are too many, so that memory stays small. */
export function remembering<A, B extends string | number | object>(tell: (about: A) => B, atMost = 5000): (about: A) => B {
  const told = new Map<A, B>()
  return about => {
    const known = told.get(about)
    if (known !== undefined) return known
    const said = tell(about)
    if (told.size >= atMost) told.clear()
    told.set(about, said)
    return said
  }
}
