import { createSignal, For, Show } from 'solid-js'
import { addressOfPhoto, scaled } from '../../offline/photos.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** Photographs of one session. */
const MOST = 4

/** Made smaller at once, so that the phone keeps little and sends little. */
export function PhotoField(props: { photos: string[]; set: (photos: string[]) => void }) {
  let input!: HTMLInputElement
  const [isUnread, setUnread] = createSignal(false)
  async function take() {
    const files = [...(input.files ?? [])].slice(0, MOST - props.photos.length)
    input.value = ''
    const read = await Promise.all(files.map(scaled))
    setUnread(read.includes(null))
    props.set([...props.photos, ...read.filter((one) => one !== null)])
  }
  return (
    <div class="field">
      <ul class="log-photos">
        <For each={props.photos}>
          {(jpeg, at) => (
            <li>
              <img src={addressOfPhoto(jpeg)} alt={t().mentoring.form.photoAlt(at() + 1)} />
              <button
                type="button"
                class="button icon-only"
                aria-label={t().mentoring.form.removePhoto(at() + 1)}
                onClick={() => props.set(props.photos.filter((_, other) => other !== at()))}
              >
                <Icon name="close" />
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.photos.length < MOST}>
        <button type="button" class="button" onClick={() => input.click()}>
          <Icon name="camera" />
          {t().mentoring.form.addPhoto}
        </button>
      </Show>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/*"
        aria-label={t().mentoring.form.addPhoto}
        onChange={() => void take()}
      />
      <p class="hint">{t().mentoring.form.photoHint}</p>
      <Show when={isUnread()}>
        <p class="field-error" role="alert">
          <Icon name="warning" />
          {t().mentoring.form.photoUnread}
        </p>
      </Show>
    </div>
  )
}
