/** Whether a downloaded ZIP is whole, by its end record: a body without a length can be cut without anybody telling. */

const END_RECORD = Buffer.from([0x50, 0x4b, 0x05, 0x06])
/** An end record may be followed by a comment of that size at most, in bytes. */
const LONGEST_TAIL = 22 + 0xffff

/** `whole` and `cut` are ZIPs; `other` does not even begin like one. */
export async function archiveEnd(file: AsyncIterable<Uint8Array>): Promise<'whole' | 'cut' | 'other'> {
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  for await (const chunk of file) {
    if (head.length < 2) head = Buffer.concat([head, chunk.subarray(0, 2)])
    tail = Buffer.concat([tail, chunk])
    tail = tail.subarray(Math.max(0, tail.length - LONGEST_TAIL))
  }
  if (head.subarray(0, 2).toString('latin1') !== 'PK') return 'other'
  return tail.includes(END_RECORD) ? 'whole' : 'cut'
}
