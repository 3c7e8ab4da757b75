import type { Report } from '../../api';
import { joinList } from '../../core/text/join-texts';
import { concernsUser } from '../../core/changes/skip';
import { say } from '../../language/say';
import type { CliAnswer, CliExit } from './cli-verb';

/** A report in words and as data. `isDryRun`: nothing was written, and the lines are shown as they would be. */
export function reportAnswer(report: Report, isDryRun: boolean): CliAnswer {
  const { changed, created, edits = [] } = report;
  const left = report.skipped.filter(concernsUser);
  const counts = [...(created.length > 0 ? [countCreated(created.length, isDryRun)] : []), ...(changed.length > 0 ? [countChanged(changed.length, isDryRun)] : [])];
  const lines = [counts.length > 0 ? say('{counts}.', { counts: joinList(counts) }) : say('Nothing to change.')];
  const isNew = new Set(created);
  const editsOf = new Map<string, (typeof edits)[number][]>();
  for (const edit of edits) {
    const { path } = edit;
    const known = editsOf.get(path);
    if (known) known.push(edit);
    else editsOf.set(path, [edit]);
  }
  for (const path of [...created, ...changed].sort()) {
    lines.push(`${isNew.has(path) ? '+' : '~'} ${path}`);
    for (const { line, before, after } of editsOf.get(path) ?? []) {
      lines.push(...linesOf(before).map((text, at) => `    ${String(line + at)} - ${text}`), ...linesOf(after).map((text, at) => `    ${String(line + at)} + ${text}`));
    }
  }
  for (const { path, line, reason, message } of left) {
    lines.push(say('! {place} left alone ({reason}): {message}', { place: line === undefined ? path : `${path}:${String(line)}`, reason, message }));
  }
  if (report.id !== null) lines.push(say('change: {id}', { id: report.id }));
  return { exit: exitOf(counts.length > 0, left.length > 0), lines, data: { report } };
}

/** The answer where no paper was meant. */
export const noPapers = (isDryRun: boolean): CliAnswer => {
  const report: Report = { id: null, changed: [], created: [], skipped: [], ...(isDryRun ? { edits: [] } : {}) };
  return { exit: 'nothing', lines: [say('No paper is found by that.')], data: { report } };
};

const exitOf = (isDone: boolean, isLeft: boolean): CliExit => (isDone ? (isLeft ? 'partial' : 'ok') : isLeft ? 'refused' : 'nothing');

function countCreated(notes: number, isDryRun: boolean): string {
  const count = String(notes);
  if (isDryRun) return say(notes === 1 ? '{count} note would be created' : '{count} notes would be created', { count });
  return say(notes === 1 ? '{count} note created' : '{count} notes created', { count });
}

function countChanged(notes: number, isDryRun: boolean): string {
  const count = String(notes);
  if (isDryRun) return say(notes === 1 ? '{count} note would be changed' : '{count} notes would be changed', { count });
  return say(notes === 1 ? '{count} note changed' : '{count} notes changed', { count });
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));
