/** The body of a request that sends a form with a file. */

/** The bytes of a body, and the content type that goes with them. */
export interface FormBody {
  readonly bytes: Uint8Array
  readonly type: string
}

/** A file as a field of a form. */
export function formFile(bytes: Uint8Array, name: string, type: string): File {
  return new File([new Uint8Array(bytes)], name, { type })
}

/** The form as `multipart/form-data` (RFC 7578). */
export async function formBody(form: FormData): Promise<FormBody> {
  const encoded = new Response(form)
  return { bytes: new Uint8Array(await encoded.arrayBuffer()), type: encoded.headers.get('content-type') ?? '' }
}
