import type { Report } from '../../api';
import { concernsUser } from '../../core/skip';
import type { CliAnswer, CliExit } from './cli-verb';

/** A report in words and as data. `isDryRun`: nothing was written, and the lines are shown as they would be. */
export function reportAnswer(report: Report, isDryRun: boolean): CliAnswer {
  const { changed, created, edits = [] } = report;
  const left = report.skipped.filter(concernsUser);
  const counts = [
    ...(created.length > 0 ? [`${notes(created.length)} ${isDryRun ? 'would be created' : 'created'}`] : []),
    ...(changed.length > 0 ? [`${notes(changed.length)} ${isDryRun ? 'would be changed' : 'changed'}`] : []),
  ];
  const lines = [`${counts.length > 0 ? counts.join(', ') : 'Nothing to change'}.`];
  for (const path of [...created, ...changed].sort()) {
    lines.push(`${created.includes(path) ? '+' : '~'} ${path}`);
    for (const { line, before, after } of edits.filter((edit) => edit.path === path)) {
      lines.push(...linesOf(before).map((text, at) => `    ${String(line + at)} - ${text}`), ...linesOf(after).map((text, at) => `    ${String(line + at)} + ${text}`));
    }
  }
  for (const { path, line, reason, message } of left) lines.push(`! ${path}${line === undefined ? '' : `:${String(line)}`} left alone (${reason}): ${message}`);
  if (report.id !== null) lines.push(`change: ${report.id}`);
  return { exit: exitOf(counts.length > 0, left.length > 0), lines, data: { report } };
}

/** The answer where no paper was meant. */
export const noPapers = (isDryRun: boolean): CliAnswer => {
  const report: Report = { id: null, changed: [], created: [], skipped: [], ...(isDryRun ? { edits: [] } : {}) };
  return { exit: 'nothing', lines: ['No paper is found by that.'], data: { report } };
};

const exitOf = (isDone: boolean, isLeft: boolean): CliExit => (isDone ? (isLeft ? 'partial' : 'ok') : isLeft ? 'refused' : 'nothing');

const notes = (count: number): string => `${String(count)} ${count === 1 ? 'note' : 'notes'}`;

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));
