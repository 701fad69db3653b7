import { onCleanup } from 'solid-js'

/** Page numbers are the browser's (Chromium 131 and later); an older one leaves them out. */
const PAGE = `@page {
  size: A4;
  margin: 14mm 17mm 12mm;
  @bottom-right {
    content: counter(page) " / " counter(pages);
    font: 11px "Microsoft YaHei", "Noto Sans SC", sans-serif;
    color: #333;
    vertical-align: top;
  }
}`

/** Pages of this kind while the component is there; a style sheet of the document, as inline styles are forbidden. */
export function usePages() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(PAGE)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  onCleanup(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  })
}
