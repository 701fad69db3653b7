import { A } from '@solidjs/router'
import { Blank } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

export function Missing() {
  return (
    <section class="card">
      <Title text={t().missing.title} />
      <Blank icon="search" title={t().missing.title} text={t().missing.text}>
        <A class="button primary" href="/">
          {t().problem.home}
        </A>
      </Blank>
    </section>
  )
}
