import { createContext, type JSX, onCleanup, onMount, Show, useContext } from 'solid-js'
import { t } from '../../words/index.ts'

type Printing = {
  facts: () => { by: string; day: string; copy: string | null }
  /** Hangs in public: neither internal nor marked with a name. */
  isPublic: () => boolean
}
export const PrintingContext = createContext<Printing>()

/** Pixels of the letters, the largest that fits one page; DESIGN §11. */
const SIZES = [14.5, 14, 13.5, 13, 12.5]
/** What a page holds between its margins, height to width: 263 mm to 176 mm, a little less for what rounding adds. */
const PAGE = (263 / 176) * 0.985

/** One sheet: its letters shrink until it fits a page; what still does not fit goes on on the next. */
export function PrintSheet(props: { name: string; class?: string; children: JSX.Element }) {
  let sheet: HTMLElement | undefined
  let body: HTMLDivElement | undefined
  function shrink() {
    // On paper the sheet is as wide as the page, which says nothing about how high it is there.
    if (!sheet || !body || matchMedia('print').matches) return
    for (const size of SIZES) {
      sheet.style.fontSize = `${size}px`
      const { width, height } = body.getBoundingClientRect()
      if (height / width <= PAGE) return
    }
  }
  onMount(() => {
    shrink()
    void document.fonts.ready.then(shrink)
    const observer = new ResizeObserver(shrink)
    if (body) observer.observe(body)
    onCleanup(() => observer.disconnect())
  })
  return (
    <article
      ref={sheet}
      class={`paper-form print-sheet ${props.class ?? ''}`}
      aria-label={props.name}
    >
      {/* The last row stands on every page of the sheet: room for the foot, which is fixed there. */}
      <table class="print-outer" role="presentation">
        <tbody>
          <tr>
            <td>
              <div ref={body} class="print-body">
                {props.children}
              </div>
            </td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <td class="print-room" />
          </tr>
        </tfoot>
      </table>
      <Preview />
    </article>
  )
}

/** What stands on every page on paper, once on the screen. */
function Preview() {
  const printing = useContext(PrintingContext)
  return (
    <Show when={printing}>
      {(known) => (
        <>
          <Show when={!known().isPublic()}>
            <Watermark />
          </Show>
          <footer class="paper-foot">
            <span>
              {t().prints.printed(
                known().facts().by,
                known().facts().day,
                known().facts().copy ?? t().prints.copyLater,
              )}
            </span>
            <span>{known().isPublic() ? t().prints.public : t().prints.internal}</span>
          </footer>
        </>
      )}
    </Show>
  )
}

/** Faint on purpose and nothing to be read, so it is no text: who prints, and the day. */
export function Watermark(props: { onEveryPage?: boolean }) {
  const printing = useContext(PrintingContext)
  const mark = () => {
    const facts = printing?.facts()
    return facts ? `${facts.by} ${facts.day.slice(0, 10)}` : ''
  }
  return (
    <div
      class={`watermark ${props.onEveryPage ? 'print-mark' : 'paper-mark'}`}
      aria-hidden="true"
      data-mark={mark()}
    />
  )
}

/** Room for a seal and a date, kept together. */
export function Seal(props: { words?: string }) {
  return (
    <p class="print-seal">
      {props.words ?? t().prints.seal}
      <br />
      {t().prints.day}
    </p>
  )
}
