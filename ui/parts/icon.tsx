/** Drawn on a 20 px grid with one stroke. */
const PATHS = {
  home: 'M3 9.5 10 4l7 5.5V17H3z M8 17v-5h4v5',
  search: 'M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11z M13 13l4 4',
  village: 'M2.500 17h15 M4 17V9l4-3 4 3v8 M12 17v-6h4.500v6 M7 12.500h2',
  plan: 'M3 4.500h14 M3 10h9 M3 15.500h6 M14.500 11.500v5 M12 14h5',
  down: 'M6 8l4 4 4-4',
  right: 'M8 6l4 4-4 4',
  left: 'M12 5l-5 5 5 5',
  sliders: 'M3 6h8 M15 6h2 M3 14h2 M9 14h8 M13 4v4 M7 12v4',
  undo: 'M7 5 3.500 8.500 7 12 M4 8.500h8a4 4 0 0 1 0 8H8',
  pin: 'M7 3h6l-.800 5.500L15 11H5l2.800-2.500z M10 11v6',
  exclude: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z M5.200 5.200l9.600 9.600',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6z M2 16.5c.5-3 2.700-4.500 5.500-4.500s5 1.500 5.500 4.500 M13 3.800a3 3 0 0 1 0 5.500 M15 12.300c1.700.600 2.700 2 3 4.200',
  close: 'M5 5l10 10 M15 5 5 15',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z M10 9v4.500 M10 6.300v.200',
  warning: 'M10 3.500 17.500 16.500h-15z M10 8.500v3.500 M10 14.300v.100',
  offline:
    'M3 3l14 14 M6 8.500A4 4 0 0 0 6.500 16H14 M9 5.300A5 5 0 0 1 15 9a3.500 3.500 0 0 1 1.800 5.500',
  swap: 'M4 7h11l-3-3 M16 13H5l3 3',
  stop: 'M6 6h8v8H6z',
  link: 'M8.500 11.500a3 3 0 0 0 4.200 0l2.500-2.500a3 3 0 0 0-4.200-4.200l-1 1 M11.500 8.500a3 3 0 0 0-4.200 0L4.800 11a3 3 0 0 0 4.200 4.200l1-1',
} as const

export type IconName = keyof typeof PATHS

export function Icon(props: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[props.name]} />
    </svg>
  )
}

/** The sign of the product: geese in formation. */
export function Geese() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <g
        fill="none"
        stroke="var(--accent)"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      >
        <path d="M8.500 7.500 12 4l3.500 3.500" />
        <path d="M4 14l2.800-2.800L9.500 14" />
        <path d="M14.500 14l2.700-2.800L20 14" />
        <path d="M1.500 20l2-2 2 2" opacity=".55" />
        <path d="M18.500 20l2-2 2 2" opacity=".55" />
      </g>
    </svg>
  )
}
