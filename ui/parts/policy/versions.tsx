import { createAsync } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type Version, versionOf, versionsOf } from '../../policy.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { Drawer } from '../layers.tsx'
import { View } from '../states.tsx'
import { ChangeList } from './change-list.tsx'
import type { PolicyDraft } from './draft.ts'
import { signatureOf } from './signature.ts'

/** Every version with who answers for it and what it changed; an old one can be written on. */
export function Versions(props: {
  isOpen: boolean
  close: () => void
  inForce: number
  draft: PolicyDraft | undefined
  say: (text: string | null) => void
}) {
  const versions = createAsync(() => versionsOf())
  const [chosen, setChosen] = createSignal<number | null>(null)
  async function restore(version: number) {
    const { policy } = await versionOf(version)
    props.draft?.replace(policy)
    props.say(t().policy.versions.restored(version))
    props.close()
  }
  return (
    <Drawer
      isOpen={props.isOpen}
      onClose={props.close}
      title={t().policy.versions.title}
      hint={t().policy.versions.hint}
    >
      <View rows={6}>
        <ol class="versions">
          <For each={versions()?.versions}>
            {(version) => (
              <VersionItem
                version={version}
                isInForce={version.version === props.inForce}
                restore={props.draft && (() => setChosen(version.version))}
              />
            )}
          </For>
        </ol>
      </View>
      <Show when={chosen()}>
        {(version) => (
          <Ask
            isOpen
            close={() => setChosen(null)}
            title={t().policy.versions.restoreTitle(version())}
            verb={t().policy.versions.restore}
            act={() => restore(version())}
          >
            <p>{t().policy.versions.restoreEffect(props.draft?.changes().length ?? 0)}</p>
          </Ask>
        )}
      </Show>
    </Drawer>
  )
}

function VersionItem(props: {
  version: Version
  isInForce: boolean
  restore: (() => void) | undefined
}) {
  return (
    <li>
      <div class="row wrap">
        <h3>{t().policy.versions.version(props.version.version)}</h3>
        <Show when={props.isInForce}>
          <span class="pill met">{t().policy.versions.inForce}</span>
        </Show>
        <Show when={!props.isInForce && props.restore}>
          {(restore) => (
            <button
              type="button"
              class="button slim push"
              aria-label={t().policy.versions.restoreOf(props.version.version)}
              onClick={() => restore()()}
            >
              {t().policy.versions.restore}
            </button>
          )}
        </Show>
      </div>
      <p class="second">
        {signatureOf(props.version)}
        <Show when={props.version.createdBy?.position}>
          {(position) => (
            <>
              {t().separator}
              {position()}
            </>
          )}
        </Show>
      </p>
      <Show when={props.version.note}>{(note) => <p class="version-note">{note()}</p>}</Show>
      <ChangeList changes={props.version.changes} />
      <Digest version={props.version} />
    </li>
  )
}

/** Whether a version still says what was signed. */
function Digest(props: { version: Version }) {
  return (
    <Show
      when={props.version.contentHash}
      fallback={<p class="hint">{t().policy.versions.unsigned}</p>}
    >
      {(hash) => (
        <p class="hint digest" title={t().policy.versions.hashOf(hash())}>
          {t().policy.versions.hash} <code>{hash().slice(0, 16)}</code>
          {t().separator}
          <span classList={{ 'field-error': props.version.isIntact === false }}>
            {props.version.isIntact ? t().policy.versions.intact : t().policy.versions.altered}
          </span>
        </p>
      )}
    </Show>
  )
}
