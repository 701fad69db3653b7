import { A, createAsync, useLocation } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import { storedDraft, versionsOf } from '../../policy.ts'
import { policyOf } from '../../queries.ts'
import { useRoles } from '../../session.ts'
import type { PolicyAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Done } from '../account/notices.tsx'
import { View } from '../states.tsx'
import { Title } from '../title.tsx'
import { createPolicyDraft, DraftContext, type PolicyDraft } from './draft.ts'
import { DraftBar } from './draft-bar.tsx'
import { NewerNote } from './newer-note.tsx'
import { SignPanel } from './sign-panel.tsx'
import { signatureOf } from './signature.ts'
import { Versions } from './versions.tsx'

/** What the pages of the policy share: the draft, its state, the versions and the signature. */
export function PolicyFrame(props: { children?: JSX.Element }) {
  const has = useRoles()
  const answer = createAsync(() => policyOf())
  const stored = createAsync(async () => (has('county') ? storedDraft() : { draft: null }))
  return (
    <View rows={10}>
      <Title text={t().policy.title} />
      <Show when={answer()}>
        {(known) => (
          <Show when={stored()}>
            {(first) => (
              <Framed answer={known()} stored={first().draft}>
                {props.children}
              </Framed>
            )}
          </Show>
        )}
      </Show>
    </View>
  )
}

type Stored = Parameters<typeof createPolicyDraft>[1]

function Framed(props: { answer: PolicyAnswer; stored: Stored; children: JSX.Element }) {
  const has = useRoles()
  const draft = has('county')
    ? createPolicyDraft(() => props.answer.policy, props.stored)
    : undefined
  const [isSigning, setSigning] = createSignal(false)
  const [isListing, setListing] = createSignal(false)
  const [done, setDone] = createSignal<string | null>(null)
  const say = (text: string | null) => setDone(text)
  return (
    <DraftContext.Provider value={draft}>
      <div class="page-head wrap-head">
        <div class="titles">
          <div class="row wrap">
            <h1>{t().policy.title}</h1>
            <Tabs />
          </div>
          <InForce version={props.answer.policy.version} />
        </div>
        <button type="button" class="button push" onClick={() => setListing(true)}>
          {t().policy.versions.open}
        </button>
        <Show when={draft}>
          {(own) => (
            <SignButton
              draft={own()}
              next={props.answer.policy.version + 1}
              open={() => setSigning(true)}
            />
          )}
        </Show>
      </div>
      <Done text={done()} />
      <Show when={draft} fallback={<p class="hint">{t().policy.readOnly}</p>}>
        {(own) => (
          <>
            <NewerNote draft={own()} inForce={props.answer.policy} />
            <DraftBar draft={own()} say={say} />
            <SignPanel
              isOpen={isSigning()}
              close={() => setSigning(false)}
              draft={own()}
              inForce={props.answer.policy}
              say={say}
            />
          </>
        )}
      </Show>
      <Versions
        isOpen={isListing()}
        close={() => setListing(false)}
        inForce={props.answer.policy.version}
        draft={draft}
        say={say}
      />
      {props.children}
    </DraftContext.Provider>
  )
}

function Tabs() {
  const location = useLocation()
  const here = (href: string) => (location.pathname === href ? 'page' : undefined)
  return (
    <nav class="page-tabs" aria-label={t().policy.tabs}>
      <A href="/policy" aria-current={here('/policy')}>
        {t().policy.editor}
      </A>
      <A href="/policy/weights" aria-current={here('/policy/weights')}>
        {t().policy.weights}
      </A>
    </nav>
  )
}

/** Which version counts, and who answers for it. */
function InForce(props: { version: number }) {
  const versions = createAsync(() => versionsOf())
  const version = () => versions.latest?.versions.find((one) => one.version === props.version)
  return (
    <p class="second">
      {t().policy.inForce(props.version)}
      <Show when={version()}>
        {(one) => (
          <>
            {t().separator}
            {signatureOf(one())}
          </>
        )}
      </Show>
    </p>
  )
}

function SignButton(props: { draft: PolicyDraft; next: number; open: () => void }) {
  const why = () => {
    if (['moved', 'failed'].includes(props.draft.keeping())) return t().policy.sign.needKept
    if (props.draft.errors().length > 0) return t().policy.sign.needSound
    return props.draft.changes().length === 0 ? t().policy.sign.needChanges : undefined
  }
  // What is signed is what is listed: nothing typed may still be on its way.
  async function open() {
    await props.draft.flush()
    if (why() === undefined) props.open()
  }
  return (
    <button
      type="button"
      class="button primary"
      aria-disabled={why() !== undefined}
      title={why()}
      onClick={() => void open()}
    >
      {t().policy.sign.open(props.next)}
    </button>
  )
}
