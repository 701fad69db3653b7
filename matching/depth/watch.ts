/** How a long answer tells how far it is, and hears that nobody waits any more. */
export type Watch = {
  onAdvance: (done: number, total: number) => void
  shouldStop: () => boolean
}
