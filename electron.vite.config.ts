import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

const root = import.meta.dirname

/** electron-vite writes `./` for pages opened from a file. Ours come from the root of an address, at any depth. */
const absoluteBase: Plugin = { name: 'absolute-base', enforce: 'post', config: () => ({ base: '/' }) }

/** All that the first page needs in one file: each further one costs a turn of the process that serves them. */
const firstPage = { name: 'first', tags: ['$initial' as const] }

/** public/begin.js starts the program, which is only fetched until then. */
const startedLater: Plugin = {
  name: 'started-later',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: html =>
      html.replace(/<script type="module" crossorigin src="([^"]+)"><\/script>/, '<link rel="modulepreload" crossorigin href="$1">'),
  },
}

export default defineConfig({
  main: {
    build: {
      outDir: resolve(root, 'out/main'),
      // Electron 33 is the oldest runtime that the app is tested in.
      target: 'node20.18',
      sourcemap: true,
      // One file instead of hundreds: the window and each worker start a quarter of a second sooner. Native code cannot come along.
      externalizeDeps: false,
      rolldownOptions: {
        // pdfmake and fontkit read files that lie beside their own code.
        external: ['better-sqlite3', 'better-sqlite3-multiple-ciphers', 'pdfmake', 'fontkit'],
        input: { main: resolve(root, 'electron/main.ts'), worker: resolve(root, 'electron/jobs/worker.ts') },
        // All in one folder: from there the way to resources/ is as long as it is from the sources. Of all that is loaded from
        // packages, the window needs zod alone before it is painted.
        output: { chunkFileNames: '[name]-[hash].js', codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]/ }] } },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(root, 'out/preload'),
      target: 'node20.18',
      // A sandboxed preload is CommonJS and can require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [vue(), absoluteBase, startedLater],
    server: { host: '127.0.0.1' },
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: 'chrome130',
      minify: true,
      rolldownOptions: {
        input: resolve(root, 'renderer/index.html'),
        output: { codeSplitting: { groups: [firstPage] } },
      },
    },
  },
})
