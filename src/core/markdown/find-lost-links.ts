import { areLoneLinks } from './are-lone-links';
import { firstPlace } from '../collections/first-place';
import type { LinkEdit } from './link-edit';
import { scanNote } from './scan-note';
import type { NoteLink, NoteScan, Span } from './scan-note';
import { applyEdits } from '../text/text-edits';

/**
 * The edits that would do more or less than put their link there, once all are applied: the link is swallowed by what stands
 * around it, ended early or taken for an embed, or it makes or unmakes a link beside it (`[k]` before `[a](b)` is none, but is
 * one before `[[b|a]]` where the note defines `k`). A planner leaves those places as they are. `scan` is that of `text`.
 */
export function findLostLinks<T extends LinkEdit>(text: string, scan: NoteScan, planned: readonly T[]): ReadonlySet<T> {
  const lost = new Set<T>();
  if (planned.length === 0 || areLoneLinks(text, scan, planned)) return lost;
  const places = placesOf(planned);
  const after = scanNote(applyEdits(text, places.map(({ link }) => link.edit))).links;
  const at = new Map(after.map((link) => [link.from, link]));
  for (const { link, from, to } of places) {
    const read = at.get(from);
    if (read?.to !== to || read.destination !== link.destination) lost.add(link);
  }
  const old = linksBeside(scan.links, places, ({ link }) => link.edit);
  const now = linksBeside(after, places, (place) => place);
  for (const [key, place] of old) if (!now.has(key)) lost.add(place.link);
  for (const [key, place] of now) if (!old.has(key)) lost.add(place.link);
  return lost;
}

/** A planned link and where it stands once all are applied. */
interface Place<T> extends Span {
  readonly link: T;
}

function placesOf<T extends LinkEdit>(planned: readonly T[]): Place<T>[] {
  let shift = 0;
  return [...planned]
    .sort((a, b) => a.edit.from - b.edit.from)
    .map((link) => {
      const { from, to, insert } = link.edit;
      const place = { link, from: from + shift, to: from + shift + insert.length };
      shift += insert.length - (to - from);
      return place;
    });
}

/**
 * The links that stand outside the planned ones, each with the planned one nearest to it. They are named by what tells
 * them apart on both sides of the edits: which planned ones stand before their two ends, how far behind, and where they lead.
 */
function linksBeside<T>(links: readonly NoteLink[], places: readonly Place<T>[], spanOf: (place: Place<T>) => Span): Map<string, Place<T>> {
  const spans = places.map(spanOf);
  const beside = new Map<string, Place<T>>();
  for (const { from, to, destination } of links) {
    const start = countEndingBy(spans, from);
    const end = countEndingBy(spans, to);
    const [before, next] = [spans[start - 1], spans[start]];
    if (next && from >= next.from) continue;
    const isNextNearer = !before || (next && next.from - to < from - before.to);
    const nearest = places[isNextNearer ? start : start - 1];
    const name = [start, from - (before?.to ?? 0), end, to - (spans[end - 1]?.to ?? 0), destination].join(' ');
    if (nearest) beside.set(name, nearest);
  }
  return beside;
}

/** How many of the spans, which are in order and apart, end at the offset or before it. */
const countEndingBy = (spans: readonly Span[], offset: number): number => firstPlace(spans.length, (place) => (spans[place]?.to ?? 0) > offset);
