import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'
import { serviceWorker } from './ui/offline/worker-build.ts'

/** The interface only. Offices run browsers as old as Chromium 108 (2022). */
export default defineConfig({
  root: 'ui',
  plugins: [solid(), serviceWorker()],
  build: { outDir: '../dist', emptyOutDir: true, target: 'chrome108', cssTarget: 'chrome108' },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
