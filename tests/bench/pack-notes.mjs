/** So many characters lie together: a few long texts cost a garbage collector nothing, many short ones do. */
const BLOCK_LENGTH = 16 * 1024 * 1024;

/**
 * The notes, `[path, text]`, with their texts cut out of a few long ones: engines keep such a piece as a reference. An app has no text of a note in
 * its memory that nobody reads, and fifty thousand of them would make the garbage collector's pauses longer than they are there.
 */
export function* packNotes(notes) {
  let waiting = [];
  let length = 0;
  for (const [path, text] of notes) {
    waiting.push([path, text]);
    length += text.length;
    if (length < BLOCK_LENGTH) continue;
    yield* cut(waiting);
    waiting = [];
    length = 0;
  }
  yield* cut(waiting);
}

function* cut(notes) {
  const block = notes.map(([, text]) => text).join('');
  let from = 0;
  for (const [path, { length }] of notes) {
    yield [path, block.slice(from, from + length)];
    from += length;
  }
}
