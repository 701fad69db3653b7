/** Light modules that a reader needs around the picture (ISO/IEC 18004); the server's rows bring one of them. */
const QUIET = 3

/** A QR code of rows of 0 and 1, dark on light in either theme, since readers expect it. */
export function Qr(props: { rows: string[]; label: string }) {
  const size = () => props.rows.length + 2 * QUIET
  return (
    <svg
      class="qr"
      role="img"
      aria-label={props.label}
      viewBox={`${-QUIET} ${-QUIET} ${size()} ${size()}`}
      shape-rendering="crispEdges"
    >
      <rect class="light" x={-QUIET} y={-QUIET} width={size()} height={size()} />
      <path class="dark" d={pathOf(props.rows)} />
    </svg>
  )
}

/** A bar for each run of dark modules. */
function pathOf(rows: string[]): string {
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ index, 0: run }) => `M${index} ${y}h${run.length}v1h${-run.length}z`,
      ),
    )
    .join('')
}
