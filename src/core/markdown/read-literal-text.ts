import { fail, ok } from '../text/result';
import type { Result } from '../text/result';

/** Why Markdown text is more than its characters: what it holds. */
export type LiteralRefusal =
  | 'a line break'
  | 'an image'
  | 'a footnote'
  | 'HTML'
  | 'an HTML entity'
  | 'code'
  | 'emphasis'
  | 'text struck through'
  | 'a highlight'
  | 'math';

/**
 * What a reader sees of Markdown text that holds no formatting: its characters, with backslash escapes resolved. Refused where
 * the text holds anything that only Markdown can show (emphasis, highlight, code, typeset math, HTML, an entity, an image, a footnote)
 * or a line break. Marks that stand for themselves (`C*-algebras`, `snake_case`, `a < b`, `R&D`) are text. When in doubt it
 * is formatting.
 */
export function readLiteralText(source: string): Result<string, LiteralRefusal> {
  if (!/[\\*_~=`$<&!^\r\n]/.test(source)) return ok(source);
  const runs: DelimiterRun[] = [];
  const lastBackticks = findLastBackticks(source);
  const lastAngle = source.lastIndexOf('>');
  let text = '';
  for (let at = 0; at < source.length; ) {
    const character = source.charAt(at);
    const next = source.charAt(at + 1);
    if (character === '\n' || character === '\r') return fail('a line break');
    if (character === '\\' && ESCAPABLE.test(next)) {
      text += next;
      at += 2;
      continue;
    }
    if (character === '!' && next === '[') return fail('an image');
    if ((character === '[' && next === '^') || (character === '^' && next === '[')) return fail('a footnote');
    if (character === '<' && /[A-Za-z/!?]/.test(next) && lastAngle > at) return fail('HTML');
    if (character === '&' && ENTITY.test(source.slice(at, at + LONGEST_ENTITY))) return fail('an HTML entity');
    let to = at + 1;
    if ('*_~=`$'.includes(character)) {
      while (source.charAt(to) === character) to++;
      if (character === '`' && (lastBackticks.get(to - at) ?? at) > at) return fail('code');
      if (character !== '`') runs.push(delimiterRun(source, at, to));
    }
    text += source.slice(at, to);
    at = to;
  }
  for (const [mark, name] of MARKS) if (pairs(runs.filter((run) => run.mark === mark))) return fail(name);
  if (holdsMath(source, runs)) return fail('math');
  return ok(text);
}

/** The last run of backticks of each length: code ends at the next run as long as the one that opens it, also behind a backslash. */
function findLastBackticks(source: string): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  if (source.includes('`')) for (const run of source.matchAll(/`+/g)) last.set(run[0].length, run.index);
  return last;
}

const ESCAPABLE = /^[!-/:-@[-`{-~]$/;
const ENTITY = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/;
const LONGEST_ENTITY = 34;

const MARKS: readonly (readonly [string, LiteralRefusal])[] = [
  ['*', 'emphasis'],
  ['_', 'emphasis'],
  ['~', 'text struck through'],
  ['=', 'a highlight'],
];

interface DelimiterRun {
  readonly from: number;
  readonly mark: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** By CommonMark's rules of flanking; `~` and `=` count in pairs, `$` by the rules of inline math. */
function delimiterRun(source: string, from: number, to: number): DelimiterRun {
  const mark = source.charAt(from);
  const before = characterBefore(source, from);
  const after = source.codePointAt(to) === undefined ? ' ' : String.fromCodePoint(source.codePointAt(to) ?? 0);
  const spaceBefore = /\s/.test(before);
  const spaceAfter = /\s/.test(after);
  if (mark === '$') return { from, mark, opens: !spaceAfter, closes: !spaceBefore && !/\d/.test(after) };
  if ((mark === '~' || mark === '=') && to - from !== 2) return { from, mark, opens: false, closes: false };
  const pointBefore = PUNCTUATION.test(before);
  const pointAfter = PUNCTUATION.test(after);
  const left = !spaceAfter && (!pointAfter || spaceBefore || pointBefore);
  const right = !spaceBefore && (!pointBefore || spaceAfter || pointAfter);
  if (mark !== '_') return { from, mark, opens: left, closes: right };
  return { from, mark, opens: left && (!right || pointBefore), closes: right && (!left || pointAfter) };
}

const PUNCTUATION = /[\p{P}\p{S}]/u;

function characterBefore(source: string, at: number): string {
  if (at === 0) return ' ';
  const low = source.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && at > 1 ? source.slice(at - 2, at) : source.charAt(at - 1);
}

/**
 * Math that has to be typeset: what stands between dollars holds a command, an index or a group. Letters and digits alone
 * (`$k$-means`) read the same without.
 */
function holdsMath(source: string, runs: readonly DelimiterRun[]): boolean {
  let closing = -1;
  let typeset = -1;
  let at = source.length;
  // Backwards, so that the next closing dollar and the next mark of typesetting are known at each opening one.
  for (let order = runs.length - 1; order >= 0; order--) {
    const run = runs[order];
    if (run?.mark !== '$') continue;
    while (at > run.from) if (TYPESET.includes(source.charAt(--at))) typeset = at;
    if (run.opens && typeset >= 0 && typeset < closing) return true;
    if (run.closes) closing = run.from;
  }
  return false;
}

const TYPESET = '\\^_{}';

function pairs(runs: readonly DelimiterRun[]): boolean {
  const opening = runs.findIndex((run) => run.opens);
  return opening >= 0 && runs.some((run, at) => at > opening && run.closes);
}
