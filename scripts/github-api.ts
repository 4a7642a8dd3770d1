/**
 * Takes from GitHub's published description of its API the operations that this action uses, for the tests to hold requests and
 * answers against. The description is that of the package @octokit/openapi, unpacked somewhere:
 *
 *     npm pack @octokit/openapi && tar -xf octokit-openapi-*.tgz
 *     node scripts/github-api.ts package/generated/api.github.com.json
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** Method and path of each operation that is used. */
const OPERATIONS = [
  ['get', '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs'],
  ['get', '/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts'],
  ['get', '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}'],
  ['get', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['post', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}'],
  ['get', '/user'],
  ['get', '/repos/{owner}/{repo}/commits/{commit_sha}/pulls'],
  ['get', '/repos/{owner}/{repo}/pulls'],
] as const

const TARGET = fileURLToPath(new URL('../__tests__/fixtures/github/openapi.json', import.meta.url))
/** What says nothing on what is right and what is wrong. */
const TALK = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'deprecated',
  'tags',
  'operationId',
])
/** Names of properties stand where keywords stand elsewhere, and are all kept. */
const NAMED = new Set(['properties', 'schemas', 'responses', 'parameters', 'headers'])

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
const Json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(Json), z.record(z.string(), Json)]),
)
const Named = z.record(z.string(), z.record(z.string(), z.unknown()))
const Description = z.object({
  openapi: z.string(),
  info: z.object({ version: z.string() }),
  paths: Named,
  components: Named,
})

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

/** The value without what is only said; `isNamed` where its keys are names. */
function bare(value: Json, isNamed = false): Json {
  if (isList(value)) return value.map((item) => bare(item))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => isNamed || !(TALK.has(key) || key.startsWith('x-')))
  return Object.fromEntries(kept.map(([key, each]) => [key, bare(each, !isNamed && NAMED.has(key))]))
}

/** All components that a value refers to, and that these refer to, by section and name. */
function referred(value: Json, components: z.output<typeof Named>): Map<string, Map<string, Json>> {
  const found = new Map<string, Map<string, Json>>()
  const open = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [, section = '', name = ''] of JSON.stringify(next).matchAll(/"#\/components\/([^/"]+)\/([^/"]+)"/g)) {
      const parts = found.get(section) ?? new Map<string, Json>()
      found.set(section, parts)
      if (parts.has(name)) continue
      const part = bare(Json.parse(components[section]?.[name]))
      parts.set(name, part)
      open.push(part)
    }
  }
  return found
}

const [source] = process.argv.slice(2)
if (source === undefined) throw new Error('Give the path of api.github.com.json of the package @octokit/openapi')
const { openapi, info, paths, components } = Description.parse(JSON.parse(await readFile(source, 'utf8')))
const used = OPERATIONS.map(([method, path]) => [path, method, bare(Json.parse(paths[path]?.[method]))] as const)
const byPath = Map.groupBy(used, ([path]) => path)
const extract = {
  openapi,
  info: {
    title: `What is used of GitHub's API, taken by scripts/github-api.ts from @octokit/openapi (MIT)`,
    version: info.version,
  },
  paths: Object.fromEntries(
    [...byPath].map(([path, operations]) => [path, Object.fromEntries(operations.map(([, method, what]) => [method, what]))]),
  ),
  components: Object.fromEntries(
    [
      ...referred(
        used.map(([, , what]) => what),
        components,
      ),
    ].map(([section, parts]) => [section, Object.fromEntries(parts)]),
  ),
}
await mkdir(dirname(TARGET), { recursive: true })
await writeFile(TARGET, `${JSON.stringify(extract)}\n`)
