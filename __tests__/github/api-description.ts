/** Holds requests and answers against GitHub's published description of its API, as `scripts/github-api.ts` took it. */
import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import { z } from 'zod'
import type { Answer, RecordedRequest } from '../../simulator/exchange.ts'

const Schema = z.record(z.string(), z.unknown())
const Content = z.record(z.string(), z.object({ schema: Schema.optional() }))
const Reference = z.object({ $ref: z.string() })
const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().optional(),
  schema: Schema,
})
const Response = z.object({ content: Content.optional(), headers: z.record(z.string(), z.unknown()).optional() })
const Operation = z.object({
  parameters: z.array(z.union([Reference, Parameter])).default([]),
  requestBody: z.object({ required: z.boolean().optional(), content: Content }).optional(),
  responses: z.record(z.string(), z.union([Reference, Response])),
})
type Operation = z.output<typeof Operation>
const Description = z.object({
  info: z.object({ version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({
    schemas: z.record(z.string(), Schema),
    parameters: z.record(z.string(), Parameter),
    responses: z.record(z.string(), Response),
  }),
})

const FILE = new URL('../fixtures/github/openapi.json', import.meta.url)
const document: unknown = JSON.parse(readFileSync(FILE, 'utf8'))
/** The description, as far as it is used. */
export const description = Description.parse(document)

const ajv = new Ajv({ strict: false, allErrors: true })
ajv.addFormat('uri', (text) => URL.canParse(text))
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
ajv.addFormat('email', /^\S+@\S+$/)
ajv.addFormat('int64', true)
ajv.addFormat('repo.nwo', true)
ajv.addSchema(Schema.parse(document), 'github')
const validators = new Map<string, ValidateFunction>()

/** Statuses that any call can have, and that are described nowhere. */
const EVERYWHERE = new Set([400, 401, 403, 404, 415, 422, 429])

/** What is not as GitHub describes it, each in a sentence; none when all is well. */
export function breaches({ request, answer }: { readonly request: RecordedRequest; readonly answer: Answer }): string[] {
  const found = operationOf(request)
  const call = `${request.method} ${request.target}`
  if (found === undefined) return answer.status === 404 ? [] : [`${call} is not described`]
  const { operation, values } = found
  const wrong = [...parameterBreaches(operation, request, values), ...bodyBreaches(operation, request)]
  // What is refused for its form is wrong by intention, and only the refusal has to have the right one.
  const isRefused = answer.status === 422 || answer.status === 404
  return [...(isRefused ? [] : wrong), ...answerBreaches(operation, answer)].map((problem) => `${call}: ${problem}`)
}

interface Found {
  readonly operation: Operation
  /** The path's parameters. */
  readonly values: ReadonlyMap<string, string>
}

function operationOf({ method, path }: RecordedRequest): Found | undefined {
  for (const [template, operations] of Object.entries(description.paths)) {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)')}$`)
    const matched = pattern.exec(path)
    const operation = operations[method.toLowerCase()]
    if (matched === null || operation === undefined) continue
    return { operation, values: new Map(names.map((name, index) => [name, decodeURIComponent(matched[index + 1] ?? '')])) }
  }
  return undefined
}

function parameterBreaches({ parameters }: Operation, { query }: RecordedRequest, path: ReadonlyMap<string, string>): string[] {
  const known = parameters.map((each) => ('$ref' in each ? description.components.parameters[nameOf(each.$ref)] : each))
  const asked = new URLSearchParams(query)
  const names = known.flatMap((each) => (each?.in === 'query' ? [each.name] : []))
  const unknown = [...asked.keys()].filter((name) => !names.includes(name)).map((name) => `no parameter ${name} is described`)
  const wrong = known.flatMap((each) => {
    if (each === undefined) return ['a parameter is missing in the description']
    const value = each.in === 'path' ? path.get(each.name) : (asked.get(each.name) ?? undefined)
    if (value === undefined) return each.required === true ? [`${each.name} is missing`] : []
    return schemaBreaches(each.schema, typed(value)).map((problem) => `${each.name} ${problem}`)
  })
  return [...unknown, ...wrong]
}

/** The text as the schema could mean it: a parameter is always a text on the wire. */
function typed(value: string): readonly unknown[] {
  const number = /^-?\d+$/.test(value) ? [Number(value)] : []
  const flag = value === 'true' || value === 'false' ? [value === 'true'] : []
  return [value, ...number, ...flag]
}

function bodyBreaches({ requestBody }: Operation, { body, headers }: RecordedRequest): string[] {
  if (requestBody === undefined) return body.length === 0 ? [] : ['a body that is not described']
  const schema = requestBody.content['application/json']?.schema
  if (body.length === 0 || schema === undefined) return ['the body is missing']
  if (!(headers['content-type'] ?? '').startsWith('application/json')) return ['the body is not called JSON']
  return schemaBreaches(schema, [JSON.parse(body.toString('utf8'))])
}

function answerBreaches({ responses }: Operation, { status, headers = {}, body = '' }: Answer): string[] {
  const told = responses[String(status)]
  const response = told !== undefined && '$ref' in told ? description.components.responses[nameOf(told.$ref)] : told
  if (response === undefined) return EVERYWHERE.has(status) ? errorBreaches(body) : [`status ${status} is not described`]
  const missing = Object.keys(response.headers ?? {}).filter(
    (name) => name === 'Location' && status === 302 && !('location' in headers),
  )
  const schema = response.content?.['application/json']?.schema
  const wrong = schema === undefined ? [] : schemaBreaches(schema, [JSON.parse(Buffer.from(body).toString('utf8'))])
  return [...missing.map((name) => `the header ${name} is missing`), ...wrong]
}

function errorBreaches(body: string | Uint8Array): string[] {
  return schemaBreaches({ $ref: '#/components/schemas/basic-error' }, [JSON.parse(Buffer.from(body).toString('utf8'))])
}

/** What is wrong; nothing when one of the values fits. */
function schemaBreaches(schema: object, values: readonly unknown[]): string[] {
  const key = JSON.stringify(schema).replaceAll('"#/', '"github#/')
  const validate = validators.get(key) ?? ajv.compile(Schema.parse(JSON.parse(key)))
  validators.set(key, validate)
  if (values.some((value) => validate(value))) return []
  return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1)
}
