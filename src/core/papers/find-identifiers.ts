/**
 * The DOIs and arXiv ids in a text, as `doi:…` and `arxiv:…`, lower case, without arXiv's version, each once. DOIs by
 * Crossref's recommended pattern, arXiv ids by arXiv's scheme (YYMM.NNNNN since 2007, archive/YYMMNNN before).
 */
export function findIdentifiers(text: string): readonly string[] {
  const mayHoldDoi = text.includes('10.');
  const mayHoldArxiv = /arxiv/i.test(text);
  if (!mayHoldDoi && !mayHoldArxiv) return NONE;
  const found = new Set<string>();
  if (mayHoldDoi) {
    for (const [doi] of text.matchAll(/\b10\.\d{4,9}\/[-._;()/:a-z0-9]+/gi)) {
      const name = withoutTrailingPunctuation(doi).toLowerCase();
      const arxiv = /^10\.48550\/arxiv\.(.+?)(?:v\d+)?$/.exec(name);
      found.add(arxiv?.[1] ? `arxiv:${arxiv[1]}` : `doi:${name}`);
    }
  }
  if (mayHoldArxiv) {
    for (const match of text.matchAll(/\barxiv(?:\.org\/(?:abs|pdf)\/|\s*:\s*|\s+)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/gi)) {
      if (match[1]) found.add(`arxiv:${match[1].toLowerCase()}`);
    }
  }
  return found.size === 0 ? NONE : [...found];
}

const NONE: readonly string[] = [];

/** A full stop or a bracket that was opened before the DOI belongs to the sentence. */
function withoutTrailingPunctuation(doi: string): string {
  let unopened = 0;
  for (const character of doi) {
    if (character === ')') unopened++;
    else if (character === '(') unopened--;
  }
  let end = doi.length;
  while (end > 0) {
    const last = doi[end - 1];
    const isStop = last === '.' || last === ';' || last === ':' || last === '/';
    const closesNothing = last === ')' && unopened > 0;
    if (!isStop && !closesNothing) break;
    if (closesNothing) unopened--;
    end--;
  }
  return doi.slice(0, end);
}
