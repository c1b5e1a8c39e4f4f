const inner = '.ec-body, .ec-grid, .ec-day, .ec-header, .ec-col-head'

/** The calendar's library calls its boxes a table with cells that nobody can be in: to whoever listens, they are a list of visits. */
export function withoutTableRoles(root: HTMLElement) {
  root.querySelector('.ec')?.removeAttribute('role')
  for (const element of root.querySelectorAll(inner)) {
    element.removeAttribute('role')
    element.removeAttribute('aria-colindex')
    element.removeAttribute('aria-colspan')
  }
}
