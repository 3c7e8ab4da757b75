/** The walk's answer where the block ends. */
export const END = -1;

/**
 * A place in the text of one block. The lines of a block lie apart where its containers put markers or indentation
 * between them, so a block is a run of pieces `[from, to)`; each piece but the last ends with its line break.
 * Invariant: `pos < end`, unless the block is at its end.
 */
export class BlockCursor {
  pos = 0;
  /** End of the current piece. */
  end = 0;
  /** Index of the current piece, and of the block's last. */
  piece = 0;
  last = 0;

  /** `pieces` holds from, to, from, to, … of all blocks and may grow while the cursor lives. */
  constructor(
    readonly text: string,
    readonly pieces: number[],
  ) {}

  /** Goes to the start of the block of `count` pieces beginning with `first`. */
  open(first: number, count: number): void {
    this.last = first + count - 1;
    this.seekPiece(first);
    while (this.pos >= this.end && this.piece < this.last) this.seekPiece(this.piece + 1);
  }

  /** The UTF-16 code here, or `END`. */
  code(): number {
    return this.pos < this.end ? this.text.charCodeAt(this.pos) : END;
  }

  step(): void {
    this.pos++;
    if (this.pos >= this.end) this.enterNextPiece();
  }

  /** Back (or on) to a place that this cursor has stood at. */
  seek(pos: number, piece: number): void {
    if (piece !== this.piece) this.seekPiece(piece);
    this.pos = pos;
    if (pos >= this.end) this.enterNextPiece();
  }

  private enterNextPiece(): void {
    while (this.pos >= this.end && this.piece < this.last) this.seekPiece(this.piece + 1);
  }

  private seekPiece(piece: number): void {
    this.piece = piece;
    this.pos = this.pieces[2 * piece] ?? 0;
    this.end = this.pieces[2 * piece + 1] ?? 0;
  }
}
