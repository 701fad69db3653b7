import type { JSX } from 'solid-js'
import { placeName } from '../../names.ts'
import type { SessionAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Geese } from '../icon.tsx'
import { OfflineNote } from '../states.tsx'
import { LanguageSwitch, ThemeSwitch } from '../switches.tsx'

/** The frame of pages before anybody is signed in: whose program it is, language and appearance. */
export function Threshold(props: {
  session: SessionAnswer
  shape?: 'wide' | 'middle' | undefined
  children: JSX.Element
}) {
  return (
    <div class="sign-in">
      <header>
        <Geese />
        <p class="sign-in-brand">{t().brand}</p>
        <p class="hint sign-in-county">{t().signIn.county(placeName(props.session.county.name))}</p>
        <span class="push" />
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main class={props.shape ?? ''}>
        <OfflineNote />
        {props.children}
      </main>
    </div>
  )
}
