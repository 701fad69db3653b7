import { createAsync } from '@solidjs/router'
import { Show, Suspense } from 'solid-js'
import { fieldsOf, versionOf, versionsOf, type Written } from '../../policy.ts'
import type { Policy } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { ChangeList } from './change-list.tsx'
import type { PolicyDraft } from './draft.ts'
import { isSame, valueAt, withValue } from './pointer.ts'

/** Another version came into force after the draft was begun: what it was, and how to go on from it. */
export function NewerNote(props: { draft: PolicyDraft; inForce: Policy }) {
  return (
    <Show when={props.draft.basedOn() < props.inForce.version}>
      <Suspense>
        <Newer {...props} />
      </Suspense>
    </Show>
  )
}

function Newer(props: { draft: PolicyDraft; inForce: Policy }) {
  const versions = createAsync(() => versionsOf())
  const newest = () => versions()?.versions.find((one) => one.version === props.inForce.version)
  const taking = createSending(async () => {
    const { sections } = await fieldsOf()
    const before = await versionOf(props.draft.basedOn())
    const pointers = sections.flatMap(({ rows }) =>
      rows.flatMap(({ fields }) => fields.map(({ pointer }) => pointer)),
    )
    const own = props.draft.policy()
    const merged = pointers
      .filter((pointer) => !isSame(valueAt(own, pointer), valueAt(before.policy, pointer)))
      .reduce<Written>((next, pointer) => withValue(next, pointer, valueAt(own, pointer) ?? null), {
        ...props.inForce,
      })
    props.draft.replace(merged)
  })
  return (
    <Show when={newest()}>
      {(version) => (
        <div class="note weak" role="alert">
          <Icon name="warning" />
          <div class="form">
            <p>
              <b>
                {t().policy.newer.title(
                  version().version,
                  version().createdBy?.name ?? t().policy.versions.program,
                )}
              </b>{' '}
              {t().policy.newer.text}
            </p>
            <Show when={version().note}>{(note) => <p>{t().policy.newer.note(note())}</p>}</Show>
            <ChangeList changes={version().changes} />
            <Refusal problem={taking.problem()} />
            <div>
              <button
                type="button"
                class="button slim"
                aria-disabled={taking.isBusy()}
                onClick={() => void taking.start()}
              >
                {taking.isBusy()
                  ? t().policy.newer.taking
                  : t().policy.newer.take(version().version)}
              </button>
            </div>
          </div>
        </div>
      )}
    </Show>
  )
}
