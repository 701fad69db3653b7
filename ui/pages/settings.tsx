import { createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { settingsOf } from '../administration.ts'
import { SettingsFacts } from '../parts/account/settings-facts.tsx'
import { SettingsForm } from '../parts/account/settings-form.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { useRoles } from '../session.ts'
import { t } from '../words/index.ts'

/** How the county guards its pool: the administrator changes it, officers and the auditor read it. */
export function Settings() {
  const has = useRoles()
  const answer = createAsync(() => settingsOf())
  return (
    <View rows={8}>
      <Title text={t().settings.title} />
      <Show when={answer()}>
        {(known) => (
          <>
            <div class="page-head">
              <div class="titles row wrap">
                <h1>{t().settings.title}</h1>
                <span class="hint">
                  {t().settings.version(known().version)}
                  {t().separator}
                  {has('admin') ? t().settings.hint : t().settings.readOnly}
                </span>
              </div>
            </div>
            <Show when={has('admin')} fallback={<SettingsFacts settings={known().settings} />}>
              <SettingsForm answer={known()} />
            </Show>
          </>
        )}
      </Show>
    </View>
  )
}
