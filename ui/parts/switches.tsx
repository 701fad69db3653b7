import { For } from 'solid-js'
import { dress, THEMES, theme } from '../theme.ts'
import { type Language, language, speak, t } from '../words/index.ts'

const LANGUAGES: { code: Language; name: string }[] = [
  { code: 'zh-CN', name: '中文' },
  { code: 'en', name: 'EN' },
]

export function LanguageSwitch() {
  return (
    <fieldset class="segments" aria-label={t().shell.language}>
      <For each={LANGUAGES}>
        {({ code, name }) => (
          <button
            type="button"
            lang={code}
            aria-pressed={language() === code}
            onClick={() => speak(code)}
          >
            {name}
          </button>
        )}
      </For>
    </fieldset>
  )
}

export function ThemeSwitch() {
  return (
    <label class="theme-switch">
      <span class="hidden-text">{t().shell.theme}</span>
      <select
        class="input"
        value={theme()}
        onChange={(event) =>
          dress(THEMES.find((one) => one === event.currentTarget.value) ?? 'light')
        }
      >
        <For each={THEMES}>{(one) => <option value={one}>{t().shell[one]}</option>}</For>
      </select>
    </label>
  )
}
