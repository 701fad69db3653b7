import { createEffect } from 'solid-js'
import { t } from '../words/index.ts'

/** Names the browser's tab; it draws nothing. */
export function Title(props: { text: string }) {
  createEffect(() => {
    document.title = `${props.text}${t().separator}${t().brand}`
  })
  return null
}
