/** Signs that stand outside of the shelf, read before anything of it is loaded. */
const IN_USE = 'yanzhen.offline'
const LEFT = 'yanzhen.left'

/** Somebody keeps something on this machine. */
export const isShelfInUse = () => localStorage.getItem(IN_USE) !== null
export const noteInUse = (is: boolean) => note(IN_USE, is)

/** Somebody left while the server did not answer: it is told at the next start, before anything is shown. */
export const hasLeft = () => localStorage.getItem(LEFT) !== null
export const noteLeft = (isKnown: boolean) => note(LEFT, !isKnown)

function note(sign: string, is: boolean): void {
  if (is) localStorage.setItem(sign, '1')
  else localStorage.removeItem(sign)
}
