import { thinMarks } from './thin-marks';

/**
 * A title as a file name: lower case, diacritics folded, each run of other than a-z and 0-9 one `-`, none at the ends. Where
 * letters outside a-z remain after folding, letters, marks and digits of every script are kept instead of dropped, so that
 * no title of another script becomes an empty name. `Dollár's C++` becomes `dollar-s-c`.
 */
export function slug(title: string): string {
  const folded = thinMarks(title).normalize('NFKC').toLowerCase().normalize('NFD').replace(/([a-z])\p{M}+/gu, '$1').normalize('NFC');
  return /[^a-z\P{L}]/u.test(folded) ? dashed(folded, /[^\p{L}\p{M}\p{Nd}]+/gu) : dashed(folded, /[^a-z0-9]+/g);
}

/**
 * The slug without any folding: every character but a-z and 0-9 is a dash. Generators of paper notes name files so
 * (`Dollár` becomes `doll-r`), and links that they wrote must be recognised.
 */
export function asciiSlug(title: string): string {
  return dashed(title.toLowerCase(), /[^a-z0-9]+/g);
}

function dashed(text: string, other: RegExp): string {
  const joined = text.replace(other, '-');
  return joined.slice(joined.startsWith('-') ? 1 : 0, joined.length > 1 && joined.endsWith('-') ? -1 : undefined);
}
