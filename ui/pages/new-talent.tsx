import { A } from '@solidjs/router'
import { Icon } from '../parts/icon.tsx'
import { View } from '../parts/states.tsx'
import { RegisterForm } from '../parts/talent/register/register-form.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

/** Enters somebody into the pool; the portrait opens afterwards. */
export function NewTalent() {
  return (
    <>
      <Title text={t().portrait.register} />
      <nav class="crumbs" aria-label={t().talent.back}>
        <A href="/talents">
          <Icon name="left" />
          {t().talent.back}
        </A>
      </nav>
      <div class="page-head">
        <div class="titles">
          <h1>{t().portrait.register}</h1>
          <p class="hint">{t().portrait.registerHint}</p>
        </div>
      </div>
      <View rows={10}>
        <RegisterForm />
      </View>
    </>
  )
}
