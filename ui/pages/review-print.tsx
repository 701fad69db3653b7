import { createAsync, useLocation, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { personName } from '../names.ts'
import { PrintFrame } from '../parts/print/frame.tsx'
import { PaperForm } from '../parts/review/paper-form.tsx'
import { View } from '../parts/states.tsx'
import { nomineeOf } from '../review.ts'
import { t } from '../words/index.ts'

/** The joint-review form of one person on a sheet of A4. */
export function ReviewPrint() {
  const params = useParams<{ id: string }>()
  const location = useLocation<{ list?: string }>()
  const nominee = createAsync(() => nomineeOf(params.id))
  return (
    <View rows={14}>
      <Show when={nominee()}>
        {(known) => (
          <PrintFrame
            paper="joint-review-form"
            title={`${t().review.print}${t().separator}${personName(known().talent.name)}`}
            back={{
              href: location.state?.list ?? `/review?nominee=${params.id}`,
              words: t().review.paper.back,
            }}
            subjects={[known().id]}
          >
            <PaperForm nominee={known()} />
          </PrintFrame>
        )}
      </Show>
    </View>
  )
}
