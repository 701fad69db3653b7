import { createSignal, For, type JSX, Show } from 'solid-js'

/** The first rows of a long table; the rest come when asked for. */
export function Shorter<Item>(props: {
  items: Item[]
  most: number
  columns: number
  more: (n: number) => string
  /** All of them, for paper. */
  isAll?: boolean
  children: (item: Item) => JSX.Element
}) {
  const [isOpen, setOpen] = createSignal(false)
  const isWhole = () => isOpen() || props.isAll || props.items.length <= props.most + 1
  const shown = () => (isWhole() ? props.items : props.items.slice(0, props.most))
  return (
    <tbody>
      <For each={shown()}>{(item) => props.children(item)}</For>
      <Show when={!isWhole()}>
        <tr>
          <td colspan={props.columns}>
            <button type="button" class="button plain slim" onClick={() => setOpen(true)}>
              {props.more(props.items.length - props.most)}
            </button>
          </td>
        </tr>
      </Show>
    </tbody>
  )
}
