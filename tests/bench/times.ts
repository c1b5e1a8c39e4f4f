/** Milliseconds of each turn, from 1 on. */
export async function times(count: number, work: (turn: number) => Promise<unknown>) {
  const taken: number[] = []
  for (let turn = 1; turn <= count; turn++) {
    const before = performance.now()
    await work(turn)
    taken.push(performance.now() - before)
  }
  return taken
}

/** The first turn is not counted: it compiles. */
export async function warmTimes(count: number, work: (turn: number) => Promise<unknown>) {
  await work(0)
  return times(count, work)
}
