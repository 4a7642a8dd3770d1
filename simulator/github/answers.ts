/** What GitHub's API answers, whole as its description asks: https://github.com/github/rest-api-description. */

/** An account of GitHub. */
export interface Account {
  readonly id: number
  readonly login: string
  /** `Bot` for an app that acts as itself. */
  readonly type: 'User' | 'Bot'
}

/** A repository of GitHub. */
export interface Repository {
  readonly id: number
  readonly owner: Account
  readonly name: string
  readonly isFork: boolean
}

/** A run of a workflow. */
export interface Run {
  readonly id: number
  /** The name of the workflow file. */
  readonly workflow: string
  readonly branch: string
  readonly sha: string
  readonly event: string
  readonly status: string
  readonly conclusion: string | null
  /** Null when it is gone. */
  readonly from: Repository | null
  /** Wall clock. */
  readonly at: number
}

/** An artifact of a run. */
export interface Artifact {
  readonly id: number
  readonly run: Run
  readonly name: string
  readonly zip: Buffer
  readonly expired: boolean
}

/** A pull request. */
export interface Pull {
  readonly number: number
  readonly state: 'open' | 'closed'
  readonly branch: string
  readonly sha: string
  readonly from: Repository
  /** Further commits that belong to it, such as the one it was merged by. */
  readonly commits: readonly string[]
}

/** A comment. */
export interface Comment {
  readonly id: number
  readonly number: number
  readonly author: Account | null
  body: string
}

const WEB = 'https://github.com'
const API = 'https://api.github.com'
const MOMENT = '2026-05-04T12:00:00Z'

/** An account. */
export function accountAnswer({ id, login, type }: Account) {
  const url = `${API}/users/${login}`
  const below = links(url, ['followers', 'following', 'gists', 'starred', 'subscriptions', 'events', 'received_events', 'repos'])
  return {
    ...{ id, login, type, node_id: `U_${id}`, site_admin: false, gravatar_id: '' },
    ...{ ...below, url, html_url: `${WEB}/${login}`, avatar_url: `${WEB}/${login}.png`, organizations_url: `${url}/orgs` },
  }
}

/** The account of a token, as it sees itself. */
export function ownAccountAnswer(account: Account) {
  return {
    ...accountAnswer(account),
    ...{ name: null, company: null, blog: '', location: null, email: null, hireable: null, bio: null },
    ...{ public_repos: 1, public_gists: 0, followers: 0, following: 0, created_at: MOMENT, updated_at: MOMENT },
  }
}

const REPOSITORY_LINKS = (
  'archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads events ' +
  'forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges milestones ' +
  'notifications pulls releases stargazers statuses subscribers subscription tags teams trees'
).split(' ')

function smallRepository({ id, owner, name, isFork }: Repository) {
  const full = `${owner.login}/${name}`
  const url = `${API}/repos/${full}`
  return {
    ...{ id, node_id: `R_${id}`, name, full_name: full, owner: accountAnswer(owner), private: false, description: null },
    ...{ ...links(url, REPOSITORY_LINKS), url, html_url: `${WEB}/${full}`, fork: isFork },
  }
}

function repository(about: Repository) {
  const small = smallRepository(about)
  const web = small.html_url
  return {
    ...small,
    ...{ clone_url: `${web}.git`, git_url: `git:${web}`, ssh_url: `git@github.com:${small.full_name}.git`, svn_url: web },
    ...{ default_branch: 'main', forks: 0, forks_count: 0, watchers: 0, watchers_count: 0, stargazers_count: 0, size: 1 },
    ...{ has_downloads: true, has_issues: true, has_projects: true, has_wiki: true, has_pages: false, archived: false },
    ...{ homepage: null, language: null, mirror_url: null, license: null, disabled: false, open_issues: 0, open_issues_count: 0 },
    ...{ pushed_at: MOMENT, created_at: MOMENT, updated_at: MOMENT },
  }
}

/** A run of a workflow of the repository. */
export function runAnswer(run: Run, home: Repository) {
  const base = `${API}/repos/${home.owner.login}/${home.name}`
  const url = `${base}/actions/runs/${run.id}`
  const moment = new Date(run.at).toISOString()
  return {
    ...{ id: run.id, name: 'CI', node_id: `WFR_${run.id}`, head_branch: run.branch, head_sha: run.sha, event: run.event },
    ...{ path: `.github/workflows/${run.workflow}`, run_number: run.id, run_attempt: 1, display_title: 'a change' },
    ...{ status: run.status, conclusion: run.conclusion, workflow_id: 7, pull_requests: [], created_at: moment },
    ...{ ...links(url, ['jobs', 'logs', 'cancel', 'rerun', 'artifacts']), url, html_url: runPage(run, home), updated_at: moment },
    ...{ check_suite_url: `${base}/check-suites/${run.id}`, workflow_url: `${base}/actions/workflows/7`, run_started_at: moment },
    head_commit: { id: run.sha, tree_id: run.sha, message: 'a change', timestamp: moment, author: null, committer: null },
    repository: smallRepository(home),
    head_repository: run.from === null ? null : smallRepository(run.from),
  }
}

/** The page of a run. */
export function runPage({ id }: Run, { owner, name }: Repository): string {
  return `${WEB}/${owner.login}/${name}/actions/runs/${id}`
}

/** An artifact. */
export function artifactAnswer({ id, run, name, zip, expired }: Artifact, home: Repository) {
  const url = `${API}/repos/${home.owner.login}/${home.name}/actions/artifacts/${id}`
  const moment = new Date(run.at).toISOString()
  const { from, branch: head_branch, sha: head_sha } = run
  return {
    ...{ id, node_id: `A_${id}`, name, size_in_bytes: zip.length, url, archive_download_url: `${url}/zip`, expired },
    ...{ created_at: moment, updated_at: moment, expires_at: moment, digest: null },
    workflow_run: { id: run.id, repository_id: home.id, head_repository_id: from?.id ?? 0, head_branch, head_sha },
  }
}

/** A comment. */
export function commentAnswer({ id, number, author, body }: Comment, home: Repository) {
  const base = `/repos/${home.owner.login}/${home.name}/issues`
  return {
    ...{ id, node_id: `IC_${id}`, body, user: author === null ? null : accountAnswer(author), author_association: 'NONE' },
    ...{ url: `${API}${base}/comments/${id}`, issue_url: `${API}${base}/${number}`, created_at: MOMENT, updated_at: MOMENT },
    html_url: `${WEB}/${home.owner.login}/${home.name}/pull/${number}#issuecomment-${id}`,
    performed_via_github_app: null,
  }
}

/** A pull request to the repository. */
export function pullAnswer(pull: Pull, home: Repository) {
  const { number, state, branch, sha, from } = pull
  const url = `${API}/repos/${home.owner.login}/${home.name}/pulls/${number}`
  const web = `${WEB}/${home.owner.login}/${home.name}/pull/${number}`
  const below = ['comments', 'commits', 'review_comment', 'review_comments', 'statuses', 'issue']
  const side = (ref: string, commit: string, where: Repository) => ({
    ...{ label: `${where.owner.login}:${ref}`, ref, sha: commit, user: accountAnswer(where.owner), repo: repository(where) },
  })
  return {
    ...{ ...links(url, below), id: number, node_id: `PR_${number}`, number, state, locked: false, title: 'a change', body: null },
    ...{ url, html_url: web, diff_url: `${web}.diff`, patch_url: `${web}.patch`, user: accountAnswer(from.owner), labels: [] },
    ...{ created_at: MOMENT, updated_at: MOMENT, closed_at: null, merged_at: null, merge_commit_sha: null, milestone: null },
    ...{
      assignee: null,
      author_association: 'NONE',
      auto_merge: null,
      head: side(branch, sha, from),
      base: side('main', sha, home),
    },
    _links: Object.fromEntries(
      ['comments', 'commits', 'statuses', 'html', 'issue', 'review_comments', 'review_comment', 'self'].map((name) => [
        name,
        { href: `${url}/${name}` },
      ]),
    ),
  }
}

function links(base: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`${name}_url`, `${base}/${name}`]))
}
