import { createSignal, Show } from 'solid-js'
import { canKeep } from '../../offline/shelf.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** Chromium offers to install once; other browsers have it in their menu. */
type Offer = Event & { prompt(): Promise<unknown> }

const [offer, setOffer] = createSignal<Offer | null>(null)
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  setOffer(event as Offer)
})
addEventListener('appinstalled', () => setOffer(null))

const isInstalled = () => matchMedia('(display-mode: standalone)').matches

/** The page as an application of the phone. */
export function InstallLine() {
  const words = () => t().mentoring.mine
  return (
    <Show when={canKeep() && !isInstalled()}>
      <li class="install-line">
        <Icon name="download" />
        <span>
          {words().install}
          <span class="hint">{offer() ? words().installHint : words().installHow}</span>
        </span>
        <Show when={offer()}>
          {(known) => (
            <button type="button" class="button push" onClick={() => void known().prompt()}>
              {words().installDo}
            </button>
          )}
        </Show>
      </li>
    </Show>
  )
}
