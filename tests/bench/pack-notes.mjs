/** So many bytes lie together: few large blocks cost a garbage collector nothing, many small ones do. */
const BLOCK_BYTES = 16 * 1024 * 1024;
/** What a UTF-16 unit takes in UTF-8 at most. */
const MOST_BYTES_A_UNIT = 3;

/**
 * The notes with their texts as bytes outside of the heap, as they lie on a disk: `[path, bytes]`. An app has no text of a note in its memory
 * that nobody reads, and as strings they would make the garbage collector's pauses longer than they are there.
 */
export function* packNotes(notes) {
  const encoder = new TextEncoder();
  let block = new Uint8Array(0);
  let used = 0;
  for (const [path, text] of notes) {
    const room = text.length * MOST_BYTES_A_UNIT;
    if (block.length - used < room) {
      block = new Uint8Array(Math.max(BLOCK_BYTES, room));
      used = 0;
    }
    const { written } = encoder.encodeInto(text, block.subarray(used));
    yield [path, block.subarray(used, used + written)];
    used += written;
  }
}
