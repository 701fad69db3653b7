import { A, createAsync, useLocation, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { personName } from '../names.ts'
import { Icon } from '../parts/icon.tsx'
import { PaperForm } from '../parts/review/paper-form.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { nomineeOf } from '../review.ts'
import { t } from '../words/index.ts'

/** The joint-review form of one person on a sheet of A4. */
export function ReviewPrint() {
  const params = useParams<{ id: string }>()
  const location = useLocation<{ list?: string }>()
  const nominee = createAsync(() => nomineeOf(params.id))
  return (
    <>
      <nav class="crumbs row wrap paper-hidden" aria-label={t().review.paper.back}>
        <A href={location.state?.list ?? `/review?nominee=${params.id}`}>
          <Icon name="left" />
          {t().review.paper.back}
        </A>
        <button type="button" class="button primary push" onClick={() => window.print()}>
          {t().review.paper.do}
        </button>
      </nav>
      <View rows={14}>
        <Show when={nominee()}>
          {(known) => (
            <>
              <Title
                text={`${t().review.print}${t().separator}${personName(known().talent.name)}`}
              />
              <PaperForm nominee={known()} />
            </>
          )}
        </Show>
      </View>
    </>
  )
}
