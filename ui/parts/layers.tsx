import { Dialog } from '@ark-ui/solid/dialog'
import { type JSX, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { t } from '../words/index.ts'
import { Icon } from './icon.tsx'

type Layer = {
  isOpen: boolean
  onClose: () => void
  title: string
  hint?: string
  footer?: JSX.Element
  /** Shows what cannot be shown again: only its own button closes it. */
  isHeld?: boolean
  children: JSX.Element
}

/** Side work that destroys nothing. Esc closes it and the focus returns to what opened it. */
export function Drawer(props: Layer) {
  return <Layered {...props} positioner="positioner" content="drawer" body="drawer-body" />
}

export function Panel(props: Layer) {
  return <Layered {...props} positioner="positioner centre" content="dialog" body="dialog-body" />
}

function Layered(props: Layer & { positioner: string; content: string; body: string }) {
  return (
    <Dialog.Root
      open={props.isOpen}
      onOpenChange={({ open }) => !open && props.onClose()}
      closeOnEscape={!props.isHeld}
      closeOnInteractOutside={!props.isHeld}
      lazyMount
      unmountOnExit
    >
      {/* Made when it opens: an open layer hides from screen readers all that stood beside it before. */}
      <Show when={props.isOpen}>
        <Portal>
          <Dialog.Backdrop class="backdrop" />
          <Dialog.Positioner class={props.positioner}>
            <Dialog.Content class={props.content}>
              <header>
                <Dialog.Title asChild={(given) => <h2 {...given()}>{props.title}</h2>} />
                <Show when={props.hint}>
                  <span class="hint">{props.hint}</span>
                </Show>
                <Show when={!props.isHeld}>
                  <Dialog.CloseTrigger
                    class="button plain icon-only push"
                    aria-label={t().shell.close}
                  >
                    <Icon name="close" />
                  </Dialog.CloseTrigger>
                </Show>
              </header>
              <section class={props.body} tabindex="0" aria-label={props.title}>
                {props.children}
              </section>
              <Show when={props.footer}>
                <footer>{props.footer}</footer>
              </Show>
            </Dialog.Content>
          </Dialog.Positioner>
        </Portal>
      </Show>
    </Dialog.Root>
  )
}
