// The first thing that runs, before anything is painted. Plain and no module: modules wait until the page has been read.

// The page begins as it looked last: renderer/look.ts.
try {
  Object.assign(document.documentElement.dataset, JSON.parse(localStorage.getItem('look') ?? '{}'))
} catch {
  // What cannot be read is no reason not to begin.
}

// The program is fetched meanwhile, and runs once the outline is on the screen: it would keep it from being painted. A page that nobody sees is never painted.
const begin = () => document.querySelectorAll('link[rel=modulepreload]').forEach(program => import(program.href))
addEventListener('DOMContentLoaded', () => {
  if (document.visibilityState === 'visible') requestAnimationFrame(() => setTimeout(begin))
  else begin()
})
