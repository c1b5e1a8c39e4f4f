/** Both to their ends, also where one fails: nobody's file is taken away while it is read. The first one's failure is told of first. */
export async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second])
  return [await first, await second]
}
