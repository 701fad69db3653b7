import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { relationText } from '../evidence.tsx'
import { Icon } from '../icon.tsx'
import type { Match } from './relative-match.tsx'

type Relative = TalentRecord['relatives'][number]
type Person = { id: string; name: string }

/** A relative as the person named one. */
export function NamedRelative(props: {
  relative: Relative
  edit?: ((id: string) => void) | undefined
}) {
  const facts = () => {
    const { bornOn, politicalStatus, work } = props.relative
    return [bornOn, politicalStatus, work].filter(Boolean).join(t().separator)
  }
  return (
    <div class="relative">
      <div>
        <span class="hint">{props.relative.relation}</span>{' '}
        <span class="medium">{personName(props.relative.name)}</span>{' '}
        <span class="hint">{facts()}</span>
      </div>
      <Show when={props.edit}>
        {(edit) => (
          <button
            type="button"
            class="button plain slim icon-only"
            aria-label={t().portrait.editRelative(props.relative.name)}
            onClick={() => edit()(props.relative.id)}
          >
            <Icon name="pencil" />
          </button>
        )}
      </Show>
    </div>
  )
}

/** Who of the pool it is. */
export function LinkedRelative(props: {
  person: Person
  isBarred: boolean
  relation: string | undefined
  unlink?: (() => void) | undefined
}) {
  return (
    <p class="linked">
      <Icon name="link" />
      <A href={`/talents/${props.person.id}`}>{personName(props.person.name)}</A>{' '}
      <span class="hint">
        {[t().portrait.inPool, props.relation && relationText(props.relation)]
          .filter(Boolean)
          .join(t().separator)}
      </span>
      <Show when={props.isBarred}>
        <span class="pill weak">
          <i class="mark weak" aria-hidden="true" />
          {t().person.barredKin}
        </span>
      </Show>
      <Show when={props.unlink}>
        {(unlink) => (
          <button
            type="button"
            class="button plain slim push"
            aria-label={t().portrait.unlinkOf(props.person.name)}
            onClick={() => unlink()()}
          >
            {t().portrait.unlink}
          </button>
        )}
      </Show>
    </p>
  )
}

/** Who of the pool it may be; somebody says which. */
export function MatchLine(props: { match: Match; ask: (isSame: boolean) => void }) {
  return (
    <div class="match">
      <p>
        {t().portrait.mayBe}{' '}
        <A href={`/talents/${props.match.id}`}>{personName(props.match.name)}</A>{' '}
        <span class="hint">{placeName(props.match.village.name)}</span>
      </p>
      <span class="row">
        <button type="button" class="button slim" onClick={() => props.ask(true)}>
          {t().portrait.isSame}
        </button>
        <button type="button" class="button slim" onClick={() => props.ask(false)}>
          {t().portrait.isNotSame}
        </button>
      </span>
    </div>
  )
}
