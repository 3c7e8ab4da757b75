import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Type-checks and builds `main.js` at the root, as `npm run build` does; quiet unless it fails, which ends the process. */
export function buildPlugin() {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (status === 0) return;
  console.error(`${stdout}${stderr}\nThe plugin could not be built.`);
  process.exit(1);
}
