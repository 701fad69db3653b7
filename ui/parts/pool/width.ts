import { createSignal } from 'solid-js'

/** Below, the filters open from a button. */
const wide = window.matchMedia('(min-width: 960px)')
const [hasRoom, setRoom] = createSignal(wide.matches)
wide.addEventListener('change', ({ matches }) => setRoom(matches))

export { hasRoom as hasRoomForFacets }
