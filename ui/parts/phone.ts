import { createSignal } from 'solid-js'

/** At most 640 px: what a clerk holds in a village. Boards are edited at a desk. */
const narrow = window.matchMedia('(max-width: 640px)')
const [isPhone, setPhone] = createSignal(narrow.matches)
narrow.addEventListener('change', ({ matches }) => setPhone(matches))

export { isPhone }
