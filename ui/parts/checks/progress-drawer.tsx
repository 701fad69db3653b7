import { A, createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { townshipsOf } from '../../checks.ts'
import { placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Drawer } from '../layers.tsx'
import { StateWord } from '../mark.tsx'
import { View } from '../states.tsx'
import { periodName } from './period.ts'

/** How far each township is, for the county; who is late comes first. */
export function ProgressDrawer(props: {
  quarter: string
  isOpen: boolean
  close: () => void
  href: (township: string) => string
}) {
  return (
    <Drawer
      isOpen={props.isOpen}
      onClose={props.close}
      title={t().checks.progressTitle(periodName(props.quarter))}
    >
      <View rows={6}>
        <Progress {...props} />
      </View>
    </Drawer>
  )
}

function Progress(props: { quarter: string; close: () => void; href: (code: string) => string }) {
  const answer = createAsync(() => townshipsOf(props.quarter))
  const rows = () => [...(answer()?.townships ?? [])].sort((a, b) => b.late - a.late)
  return (
    <table class="table" aria-label={t().checks.progress}>
      <thead>
        <tr>
          <th scope="col">{t().checks.township}</th>
          <th scope="col" class="number">
            {t().checks.signedHead}
          </th>
          <th scope="col">{t().checks.head.state}</th>
        </tr>
      </thead>
      <tbody>
        <For each={rows()}>
          {({ township, all, signed, late }) => (
            <tr>
              <th scope="row">
                <A href={props.href(township.code)} onClick={() => props.close()}>
                  {placeName(township.name)}
                </A>
              </th>
              <td class="number">{t().checks.progressOf(signed, all)}</td>
              <td>
                <Show
                  when={late > 0}
                  fallback={
                    <StateWord state={signed === all ? 'met' : 'unknown'}>
                      {signed === all ? t().checks.doneTitle : t().checks.state.open}
                    </StateWord>
                  }
                >
                  <StateWord state="missed">{t().checks.lateCount(late)}</StateWord>
                </Show>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
