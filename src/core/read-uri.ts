import { say } from '../language/say';
import { DASHBOARD_TABS, type DashboardTab } from './dashboard/dashboard-state';
import { joinList } from './text/join-texts';
import { fail, ok, type Result } from './text/result';

/** What a link can open: the dashboard as it is, the citations beside a note, or a tab of the dashboard. */
export const URI_VIEWS = ['dashboard', 'citations', ...DASHBOARD_TABS] as const;
export type UriView = 'dashboard' | 'citations' | DashboardTab;

/** What `obsidian://paperweave?…` may carry. */
export const URI_PARAMETERS = ['view', 'saved', 'search', 'paper', 'status'] as const;
export type UriParameter = (typeof URI_PARAMETERS)[number];

/** Obsidian's own: which action, and in which vault. */
const FOREIGN: readonly string[] = ['action', 'vault'];

/** What may stand together. */
const COMBINATIONS: readonly (readonly UriParameter[])[] = [['view'], ['search'], ['view', 'search'], ['saved'], ['paper'], ['paper', 'status']];

/** Longer values are no search, name, path or key that anyone has written. */
const LONGEST_VALUE = 1000;

/** What a link asks for. Its texts are a stranger's: shown as text, looked up in the library and the settings, and used for nothing else. */
export type UriRequest =
  | { readonly kind: 'view'; readonly view: UriView; readonly search: string | null }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'paper'; readonly paper: string }
  | { readonly kind: 'status'; readonly paper: string; readonly status: string };

/** A text of a link as it may be shown: on one line, without what turns the direction of text, not long. */
export function shownValue(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return plain.length > 80 ? `${plain.slice(0, 80)}…` : plain;
}

/** Reads the parameters of a link; an error says what is wrong with them, and what may stand there. */
export function readUri(params: Readonly<Record<string, string>>): Result<UriRequest, string> {
  const given = new Map<UriParameter, string>();
  for (const [name, value] of Object.entries(params)) {
    if (FOREIGN.includes(name)) continue;
    const known = URI_PARAMETERS.find((parameter) => parameter === name);
    if (known === undefined) return fail(say('The link has the unknown parameter “{name}”. Known are: {known}.', { name: shownValue(name), known: joinList(URI_PARAMETERS) }));
    if (value.length > LONGEST_VALUE) return fail(say('The link’s “{name}” is longer than any could be.', { name: known }));
    if (value.trim() === '' && known !== 'search') return fail(say('The link’s “{name}” is empty.', { name: known }));
    given.set(known, value.trim());
  }
  const names = URI_PARAMETERS.filter((name) => given.has(name));
  if (names.length === 0) return fail(say('The link says nothing to do. It may carry: {known}.', { known: joinList(URI_PARAMETERS) }));
  if (!COMBINATIONS.some((together) => together.length === names.length && together.every((name) => given.has(name)))) {
    return fail(names.length === 1 ? say('The link has a status, and no paper that should get it.') : say('The link’s {names} do not go together.', { names: joinList(names) }));
  }
  const paper = given.get('paper');
  const status = given.get('status');
  const saved = given.get('saved');
  if (paper !== undefined) return ok(status === undefined ? { kind: 'paper', paper } : { kind: 'status', paper, status });
  if (saved !== undefined) return ok({ kind: 'saved', name: saved });
  return readView(given.get('view') ?? null, given.get('search') ?? null);
}

function readView(name: string | null, search: string | null): Result<UriRequest, string> {
  const view = name === null ? 'dashboard' : URI_VIEWS.find((known) => known === name);
  if (view === undefined) return fail(say('The link names the unknown view “{name}”. Known are: {known}.', { name: shownValue(name ?? ''), known: joinList(URI_VIEWS) }));
  if (search !== null && !SEARCHED.includes(view)) return fail(say('The view “{view}” cannot be searched. A search goes with: {known}.', { view, known: joinList(SEARCHED) }));
  return ok({ kind: 'view', view, search });
}

/** The views with a search box. */
const SEARCHED: readonly UriView[] = ['dashboard', 'table', 'board', 'missing', 'next'];
