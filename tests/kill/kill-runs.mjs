// Kills the app at random moments of a change over a whole vault (links, new notes and links to them, a status), starts it again, and compares every byte.
//   npm run kill-runs -- --vault <folder> [--runs 200] [--seed 1]
// Half of the runs undo what was interrupted: the folder has to be the original. The other half finish it: it has to be as after
// a run that nobody disturbed. In half of each the app is killed once more, while it starts or while it does that.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeHost } from '../host/bundle-host.mjs';
import { buildPlugin, ROOT } from '../../scripts/build-plugin.mjs';
import { readFolderBytes } from './folder-mirror.mjs';

const { values } = parseArgs({ options: { vault: { type: 'string' }, runs: { type: 'string' }, seed: { type: 'string' } } });
const CHANGES = ['link', 'create', 'read'];
const WIDE = Buffer.from('注意力就是你所需要的一切😀'.repeat(40), 'utf8').toString('latin1');

const vault = resolve(values.vault ?? join(ROOT, 'example-vault'));
const runs = Number(values.runs ?? 200);
const seed = Number(values.seed ?? 1);
process.chdir(ROOT);
buildPlugin();
const hostFile = await writeHost();
const scratch = mkdtempSync(join(tmpdir(), 'paperweave-kill-'));
const work = join(scratch, 'vault');
const mainJs = join(scratch, 'main.js');
copyFileSync(join(ROOT, 'main.js'), mainJs);
startAgain();

const random = randomFrom(seed);
const original = notesOf(work);
let failures = 0;
try {
  const undisturbed = {};
  for (const change of CHANGES) {
    const { duration } = await live(change);
    const finished = notesOf(work);
    const answer = await live('undo');
    undisturbed[change] = { duration, finished, answerDuration: answer.duration };
    report(1, `“${change}”, undisturbed and undone`, different(original, notesOf(work)));
  }
  const seen = { before: 0, asked: 0, torn: 0, done: 0, again: 0, tornAgain: 0 };
  for (let run = 1; run <= runs; run++) {
    const change = CHANGES[run % CHANGES.length];
    const answer = run % 2 === 0 ? 'undo' : 'finish';
    const { duration, finished, answerDuration } = undisturbed[change];
    const moment = random() * duration * 1.1;
    const { isDone: hasSaidSo } = await live(change, moment);
    const killed = notesOf(work);
    // Killed between the end of the change and the word of it, it is done all the same.
    const isDone = hasSaidSo || different(finished, killed).length === 0;
    const torn = countTorn(killed, finished);
    let what = `“${change}” killed after ${moment.toFixed(0)} ms, ${torn} notes torn, ${answer === 'undo' ? 'undone' : 'finished'}`;
    let isAsked = false;
    if (Math.floor(run / (2 * CHANGES.length)) % 2 === 1) {
      const secondMoment = random() * answerDuration * 1.1;
      const second = await live(answer, secondMoment);
      isAsked = second.said.includes('asked');
      const tornAgain = countTorn(notesOf(work), finished);
      what += `, killed again after ${secondMoment.toFixed(0)} ms, ${tornAgain} notes torn`;
      seen.again += second.isDone ? 0 : 1;
      seen.tornAgain += tornAgain;
    }
    const last = await live(answer);
    isAsked ||= last.said.includes('asked');
    seen[isAsked ? 'asked' : isDone ? 'done' : 'before'] += 1;
    seen.torn += torn;
    const wanted = answer === 'finish' && (isAsked || isDone) ? finished : original;
    const wrong = different(wanted, notesOf(work));
    report(run, what, wrong);
    if (answer === 'finish' || wrong.length > 0) startAgain();
  }
  console.log(
    `\nseed ${seed}: ${runs} kills: ${seen.before} before the change was on record, ${seen.asked} in the middle, ${seen.done} after its end; ${seen.torn} notes found torn; ` +
      `${seen.again} killed again, ${seen.tornAgain} notes torn then; ${failures} failed.`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
  rmSync(hostFile);
}
process.exit(failures > 0 ? 1 : 0);

function startAgain() {
  rmSync(work, { recursive: true, force: true });
  cpSync(vault, work, { recursive: true });
  // Characters of several bytes, so that notes are cut within one, too.
  for (const [path, bytes] of notesOf(work)) if (path.endsWith('.md')) writeFileSync(join(work, path), Buffer.from(`${bytes}\n\n${WIDE}\n`, 'latin1'));
}

/** One life of the app. With a moment (milliseconds after the change began) it is killed then. */
function live(task, moment = null) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(ROOT, 'tests/kill/vault-process.mjs'), hostFile, mainJs, work, task], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    let began = 0;
    let duration = 0;
    child.stdout.on('data', (data) => {
      said += data;
      if (began === 0 && said.includes('begins')) {
        began = performance.now();
        if (moment !== null) setTimeout(() => child.kill('SIGKILL'), moment);
      }
      if (said.includes('done')) duration = performance.now() - began;
    });
    child.on('error', fail);
    child.on('exit', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') fail(new Error(`The app ended with ${code} at “${task}”.`));
      else done({ said, duration, isDone: said.includes('done') });
    });
  });
}

/** The vault's notes: path -> bytes as text; the plugin's own folder and the trash left out. */
function notesOf(folder) {
  return new Map(
    Object.entries(readFolderBytes(folder))
      .filter(([path]) => !path.endsWith('/') && !path.startsWith('.obsidian/') && !path.startsWith('.trash/'))
      .map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]),
  );
}

/** Notes that are neither as before nor as after the change. */
function countTorn(notes, finished) {
  return [...notes].filter(([path, bytes]) => bytes !== original.get(path) && bytes !== finished.get(path)).length;
}

function different(wanted, found) {
  return [...new Set([...wanted.keys(), ...found.keys()])].filter((path) => wanted.get(path) !== found.get(path));
}

function report(run, what, wrong) {
  if (wrong.length === 0) {
    if (run % 20 === 0 || run === 1) console.log(`${run}: ${what}: right`);
    return;
  }
  failures += 1;
  console.log(`${run}: ${what}: ${wrong.length} files differ: ${wrong.slice(0, 5).join(', ')}`);
}

/** Numbers from 0 up to 1; a seed gives the same ones again. */
function randomFrom(start) {
  let count = 0;
  return () => createHash('sha256').update(`${start}:${count++}`).digest().readUInt32BE(0) / 2 ** 32;
}
