import { useMemo } from 'preact/hooks';
import { findMatchedParts } from '../../core/dashboard/find-matched-parts';
import { matchedTexts, type MatchedField } from '../../core/dashboard/paper-search';
import { useDashboard } from './dashboard-context';

interface MatchedTextProps {
  readonly text: string;
  readonly field: MatchedField;
}

/** A text in which the parts that the search asks for are marked. */
export function MatchedText({ text, field }: MatchedTextProps) {
  const { state } = useDashboard();
  const wanted = useMemo(() => matchedTexts(state.search)[field], [state.search, field]);
  const parts = useMemo(() => findMatchedParts(text, wanted), [text, wanted]);
  if (parts.length === 0) return <>{text}</>;
  return (
    <>
      {parts.map(({ from, to }, at) => [text.slice(parts[at - 1]?.to ?? 0, from), <mark key={from} class="paperweave-match">{text.slice(from, to)}</mark>])}
      {text.slice(parts[parts.length - 1]?.to ?? 0)}
    </>
  );
}
