import { createSignal } from 'solid-js'

export const THEMES = ['light', 'dark', 'auto'] as const
export type Theme = (typeof THEMES)[number]

const stored = localStorage.getItem('yanzhen.theme')
const [theme, setTheme] = createSignal<Theme>(THEMES.find((one) => one === stored) ?? 'light')
document.documentElement.dataset.theme = theme()

export { theme }

export function dress(next: Theme) {
  setTheme(next)
  localStorage.setItem('yanzhen.theme', next)
  document.documentElement.dataset.theme = next
}
