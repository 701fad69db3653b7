import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

/** The interface only. Offices run browsers as old as Chromium 108 (2022). */
export default defineConfig({
  root: 'ui',
  plugins: [solid()],
  build: { outDir: '../dist', emptyOutDir: true, target: 'chrome108', cssTarget: 'chrome108' },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
