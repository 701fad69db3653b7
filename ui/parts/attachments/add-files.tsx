import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** Two ways in: files of the machine, and on a phone its camera. */
export function AddFiles(props: { isFull: boolean; add: (files: File[]) => void }) {
  let files!: HTMLInputElement
  let camera!: HTMLInputElement
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])]
    // The same file can be chosen once more.
    input.value = ''
    if (chosen.length > 0) props.add(chosen)
  }
  return (
    <div class="paper-add">
      <button
        type="button"
        class="button phone-only"
        disabled={props.isFull}
        onClick={() => camera.click()}
      >
        <Icon name="camera" />
        {t().papers.camera}
      </button>
      <button type="button" class="button" disabled={props.isFull} onClick={() => files.click()}>
        <Icon name="upload" />
        {t().papers.choose}
      </button>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept="image/*,application/pdf"
        aria-label={t().papers.choose}
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label={t().papers.camera}
        onChange={(event) => take(event.currentTarget)}
      />
    </div>
  )
}
