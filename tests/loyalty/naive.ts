/** Points one by one, as coins in a box: slow, and too simple to be wrong. */
type Coin = { lot: number; lapsesOn: string; at: 'hand' | 'spent' | 'lapsed' | 'reversed'; reward: number | null }
type Lot = { owner: string; invoice: number | null; debt: number }

export function naivePoints() {
  const coins: Coin[] = []
  const lots: Lot[] = []
  const lotsOf = (owner: string) => [...lots.keys()].filter(lot => lots[lot]!.owner === owner)
  const inLots = (own: readonly number[]) => coins.filter(({ lot }) => own.includes(lot))
  const inHand = (owner: string, today: string) => inLots(lotsOf(owner)).filter(({ at, lapsesOn }) => at === 'hand' && lapsesOn >= today)
  const balance = (owner: string, today: string) =>
    inHand(owner, today).length - lotsOf(owner).reduce((sum, lot) => sum + lots[lot]!.debt, 0)

  return {
    balance,
    earn(owner: string, points: number, lapsesOn: string, invoice: number | null) {
      const lot = lots.push({ owner, invoice, debt: 0 }) - 1
      for (let one = 0; one < points; one++) coins.push({ lot, lapsesOn, at: 'hand', reward: null })
    },
    /** Whether it could be done. */
    spend(owner: string, points: number, reward: number, today: string) {
      if (balance(owner, today) < points) return false
      for (const coin of inHand(owner, today).slice(0, points)) Object.assign(coin, { at: 'spent', reward })
      return true
    },
    /** So many of what a reward took, of the newest lots first; left out, all of them. */
    giveBack(reward: number, points = Number.POSITIVE_INFINITY) {
      const taken = coins.filter(coin => coin.reward === reward).sort((a, b) => b.lot - a.lot)
      for (const coin of taken.slice(0, points)) {
        // What comes back to a lot pays first for what is owed on it.
        const owed =
          coin.at === 'reversed' ? coin : coins.find(({ lot, at, reward }) => lot === coin.lot && at === 'reversed' && reward !== null)
        if (owed) lots[coin.lot]!.debt--
        if (owed) owed.at = 'spent'
        coin.at = owed ? 'reversed' : 'hand'
        coin.reward = null
      }
    },
    /** Down to so many points that the invoice still earns, the newest lot first. */
    takeBack(invoice: number, down: number) {
      const own = [...lots.keys()].filter(lot => lots[lot]!.invoice === invoice).reverse()
      const earned = (lot: number) => coins.filter(coin => coin.lot === lot && coin.at !== 'reversed')
      let open = own.reduce((sum, lot) => sum + earned(lot).length, 0) - down
      for (const lot of own) {
        for (const state of ['hand', 'spent', 'lapsed'] as const) {
          for (const coin of earned(lot).filter(({ at }) => at === state)) {
            if (open-- <= 0) return
            if (state === 'spent') lots[lot]!.debt++
            coin.at = 'reversed'
          }
        }
      }
    },
    lapse(today: string) {
      for (const coin of coins) if (coin.at === 'hand' && coin.lapsesOn < today) coin.at = 'lapsed'
    },
    move(from: string, to: string) {
      const moved = lotsOf(from)
      for (const lot of moved) lots[lot]!.owner = to
      return () => {
        for (const lot of moved) lots[lot]!.owner = from
      }
    },
  }
}
