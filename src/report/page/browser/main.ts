/** Makes the page of the data that it carries. Runs once, at the end of the page. */
import { wholeNumber } from '../../../count-words.ts'
import type { PageData } from '../page-data.ts'
import { CasesView } from './cases-view.ts'
import { changesView } from './changes-view.ts'
import { element } from './elements.ts'
import { overview } from './overview.ts'
import { runView } from './run-view.ts'

interface View {
  readonly hash: string
  readonly title: string
  readonly count?: number
  readonly node: HTMLElement
}

start(JSON.parse(document.getElementById('data')?.textContent ?? ''))

function runTitle({ findings, suites }: PageData): string {
  if (findings !== undefined) return 'Checks'
  const what = suites.length > 1 ? 'Suites' : 'Run'
  return suites.some(({ log }) => log !== undefined) ? `${what}, logs and files` : `${what} and files`
}

function start(data: PageData): void {
  document.title = [data.verdict, data.provider].filter((part) => part !== undefined).join(': ')
  const cases = data.cases.length > 0 ? new CasesView(data) : undefined
  const changes = changesView(data)
  const views: View[] = [
    ...(cases === undefined ? [] : [{ hash: '#cases', title: 'Cases', count: data.cases.length, node: cases.node }]),
    ...(changes === undefined ? [] : [{ hash: '#changes', title: 'Changes', node: changes }]),
    { hash: '#run', title: runTitle(data), node: runView(data) },
  ]
  const tabs = views.map(({ hash, title, count }) =>
    element(
      'a',
      { href: hash },
      title,
      count === undefined ? undefined : element('span', { class: 'count' }, wholeNumber(count)),
    ),
  )
  const positions = new Map(data.cases.map(({ link }, position) => [`#${link}`, position]))
  const show = (): void => {
    const position = positions.get(location.hash)
    const wanted = views.find(({ hash }) => hash === location.hash) ?? views[0]
    const view = position === undefined ? wanted : views[0]
    for (const [index, each] of views.entries()) {
      each.node.hidden = each !== view
      if (each === view) tabs[index]?.setAttribute('aria-current', 'page')
      else tabs[index]?.removeAttribute('aria-current')
    }
    if (position !== undefined) cases?.open(position)
    else if (view?.node === cases?.node) cases?.close()
  }
  document.body.append(
    overview(data),
    element('nav', { class: 'tabs', 'aria-label': 'Views' }, ...tabs),
    element('main', {}, ...views.map(({ node }) => node)),
  )
  addEventListener('hashchange', show)
  show()
}
