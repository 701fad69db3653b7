import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import {
  backToDefault,
  type PaperTemplates,
  restoreTemplate,
  storeTemplate,
  templatesOf,
} from '../../exports.ts'
import { useRoles } from '../../session.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { Done, Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { View } from '../states.tsx'
import { FieldList } from './field-list.tsx'

/** The template that reports are filled into: taken, edited in Word, brought back. */
export function Templates() {
  const words = () => t().exportPages.template
  return (
    <section class="card" aria-labelledby="template">
      <div class="card-head">
        <h2 id="template">{words().title}</h2>
        <span class="hint">{words().hint}</span>
      </div>
      <div class="card-body form">
        <View rows={3}>
          <Known />
        </View>
      </div>
    </section>
  )
}

function Known() {
  const words = () => t().exportPages.template
  const has = useRoles()
  const known = createAsync(() => templatesOf())
  const [said, setSaid] = createSignal<string | null>(null)
  return (
    <Show when={known.latest}>
      {(templates) => (
        <>
          <Done text={said()} />
          <p>
            {words().inForce}
            {t().colon}
            <b class="medium">
              {templates().inForce === null
                ? words().isDefault
                : words().version(templates().inForce!)}
            </b>
          </p>
          <div class="row wrap">
            <a class="button" href="/api/v1/paper-templates/default/file" download="">
              <Icon name="download" />
              {words().downloadDefault}
            </a>
            <Show when={has('county')}>
              <Change templates={templates()} say={setSaid} />
            </Show>
          </div>
          <Versions templates={templates()} say={setSaid} />
          <FieldList />
        </>
      )}
    </Show>
  )
}

type Given = { templates: PaperTemplates; say: (text: string | null) => void }

function Change(props: Given) {
  const words = () => t().exportPages.template
  const store = useAction(storeTemplate)
  const back = useAction(backToDefault)
  const [isAsking, setAsking] = createSignal(false)
  let input: HTMLInputElement | undefined
  const sending = createSending(async (file: File) => {
    props.say(null)
    await store(file, props.templates.newest)
    props.say(words().stored)
  })
  return (
    <>
      <input
        ref={input}
        class="hidden-text"
        type="file"
        tabindex="-1"
        accept=".docx"
        aria-label={words().file}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) void sending.start(file)
        }}
      />
      <button
        type="button"
        class="button"
        aria-disabled={sending.isBusy()}
        onClick={() => !sending.isBusy() && input?.click()}
      >
        <Icon name="upload" />
        {sending.isBusy() ? words().uploading : words().upload}
      </button>
      <Show when={props.templates.inForce !== null}>
        <button type="button" class="button" aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {words().back}
        </button>
      </Show>
      <Refusal problem={sending.problem()} />
      <Ask
        isOpen={isAsking()}
        close={() => setAsking(false)}
        title={words().backTitle}
        verb={words().back}
        stale={words().stale}
        act={async () => {
          await back(props.templates.newest)
          props.say(words().wentBack)
        }}
      >
        <p>{words().backText}</p>
      </Ask>
    </>
  )
}

function Versions(props: Given) {
  const words = () => t().exportPages.template
  const has = useRoles()
  const restore = useAction(restoreTemplate)
  const own = () => props.templates.versions.filter(({ isDefault }) => !isDefault)
  const sending = createSending(async (version: number) => {
    await restore(version, props.templates.newest)
    props.say(words().restored)
  })
  return (
    <Show when={own().length > 0}>
      <details>
        <summary>
          <Icon name="right" />
          {words().versions}
        </summary>
        <Refusal problem={sending.problem()} />
        <ul class="export-list">
          <For each={own()}>
            {({ version, name, createdAt, createdBy }) => (
              <li class="export-row">
                <div class="export-name">
                  <span class="medium">{words().version(version)}</span>
                  <span class="hint">
                    {[name, createdAt.slice(0, 10), createdBy].join(t().separator)}
                  </span>
                </div>
                <div class="row push">
                  <a
                    class="button slim"
                    href={`/api/v1/paper-templates/${version}/file`}
                    download=""
                    aria-label={words().downloadOf(version)}
                  >
                    {words().download}
                  </a>
                  <Show when={has('county') && version !== props.templates.inForce}>
                    <button
                      type="button"
                      class="button slim"
                      aria-disabled={sending.isBusy()}
                      aria-label={words().restoreOf(version)}
                      onClick={() => void sending.start(version)}
                    >
                      {words().restore}
                    </button>
                  </Show>
                </div>
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}
