import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { fieldsOf } from '../../exports.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'

/** Every field that a template may ask for. Their names are Chinese: they stand in the county's Word file. */
export function FieldList() {
  const words = () => t().exportPages.template
  const known = createAsync(() => fieldsOf())
  return (
    <details>
      <summary>
        <Icon name="right" />
        {words().fields}
      </summary>
      <p class="hint">{words().fieldsHint}</p>
      <section class="scroll export-fields" tabindex="0" aria-label={words().fields}>
        <table class="table" data-density="compact">
          <thead>
            <tr>
              <th scope="col">{words().field}</th>
              <th scope="col">{words().says}</th>
              <th scope="col">{words().example}</th>
            </tr>
          </thead>
          <tbody>
            <For each={known()?.fields}>
              {(field) => (
                <>
                  <tr>
                    <th scope="row" class="nowrap">
                      {braced(field)}
                    </th>
                    <td>{field.says}</td>
                    <td>{field.fields.length > 0 ? '' : field.example}</td>
                  </tr>
                  <For each={field.fields}>
                    {(inner) => (
                      <tr>
                        <th scope="row" class="nowrap export-inner">
                          {braced(inner)}
                        </th>
                        <td>{inner.says}</td>
                        <td>{inner.example}</td>
                      </tr>
                    )}
                  </For>
                </>
              )}
            </For>
          </tbody>
        </table>
      </section>
      <Show when={known() === undefined}>
        <p class="hint">{t().shell.loading}</p>
      </Show>
    </details>
  )
}

const braced = ({ name, kind }: { name: string; kind: string }) =>
  kind === 'list' || kind === 'when' ? `{#${name}}…{/${name}}` : `{${name}}`
