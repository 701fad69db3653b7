import { Show } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import { type Attachment, addressOf } from '../../papers.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { sizeText } from './sizes.ts'

/** Larger pictures are fetched when they are asked for: a phone pays for each. */
const MOST_SHOWN_BYTES = 3 * 1024 * 1024

export function AttachmentRow(props: {
  item: Attachment
  isBusy: boolean
  remove: (() => void) | undefined
}) {
  const isPdf = () => props.item.media === 'application/pdf'
  const facts = () => {
    const { media, size, addedAt, addedBy } = props.item
    const at = dayAndTime(addedAt)
    const who = addedBy === null ? t().papers.byUnknown(at) : t().papers.by(addedBy, at)
    return [t().papers.kind[media], sizeText(size), who].join(t().separator)
  }
  return (
    <li class="paper">
      <Thumbnail item={props.item} isPdf={isPdf()} />
      <div class="paper-text">
        <a
          class="paper-name"
          href={addressOf(props.item.id)}
          target="_blank"
          rel="noopener"
          aria-label={(isPdf() ? t().papers.download : t().papers.open)(props.item.name)}
        >
          {props.item.name}
        </a>
        <span class="hint">{facts()}</span>
      </div>
      <Show when={props.remove}>
        {(remove) => (
          <button
            type="button"
            class="button plain icon-only push"
            aria-label={t().papers.remove(props.item.name)}
            title={t().papers.remove(props.item.name)}
            aria-disabled={props.isBusy}
            onClick={() => remove()()}
          >
            <Icon name="close" />
          </button>
        )}
      </Show>
    </li>
  )
}

/** The link beside it says what it is. */
function Thumbnail(props: { item: Attachment; isPdf: boolean }) {
  const isShown = () => !props.isPdf && props.item.size <= MOST_SHOWN_BYTES
  return (
    <span class="paper-sign" aria-hidden="true">
      <Show when={isShown()} fallback={<Icon name={props.isPdf ? 'paper' : 'picture'} />}>
        <img src={addressOf(props.item.id)} alt="" loading="lazy" decoding="async" />
      </Show>
    </span>
  )
}
