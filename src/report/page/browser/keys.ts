/** The keyboard, for whoever goes through many cases. */

/** What a key can ask for. */
interface Moves {
  /** To the next case, or with -1 to the one before. */
  move(by: 1 | -1): void
  search(): void
  /** Out of where one is. */
  back(): void
}

/** Listens to `j`, `k` and the arrows, `/` and Escape, where they mean nothing else. */
export function listenToKeys(moves: Moves, search: HTMLInputElement, list: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const action = actionOf(event, moves, search, list)
    if (action === undefined) return
    event.preventDefault()
    action()
  })
}

function actionOf(
  { key, target }: KeyboardEvent,
  moves: Moves,
  search: HTMLInputElement,
  list: HTMLElement,
): (() => void) | undefined {
  if (key === 'Escape') return moves.back
  const inSearch = target === search
  const isField =
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  const arrows = inSearch || target === document.body || (target instanceof Node && list.contains(target))
  if (arrows && key === 'ArrowDown') return () => moves.move(1)
  if (arrows && key === 'ArrowUp') return () => moves.move(-1)
  if (isField) return undefined
  if (key === 'j') return () => moves.move(1)
  if (key === 'k') return () => moves.move(-1)
  return key === '/' ? moves.search : undefined
}
