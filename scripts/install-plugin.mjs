// npm run install-plugin -- <vault>: builds the plugin and puts it into the vault's plugin folder.
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildPlugin, ROOT } from './build-plugin.mjs';

const [vault] = process.argv.slice(2);
if (vault === undefined || !existsSync(vault) || !statSync(vault).isDirectory()) {
  console.error(vault === undefined ? 'Which vault? npm run install-plugin -- <folder of the vault>' : `There is no folder ${vault}.`);
  process.exit(1);
}
const config = join(resolve(vault), '.obsidian');
if (!existsSync(config)) console.warn(`${vault} has no .obsidian folder yet: open it in Obsidian once, or check that it is the vault itself.`);
buildPlugin();
const folder = join(config, 'plugins', 'paperweave');
mkdirSync(folder, { recursive: true });
for (const file of ['main.js', 'manifest.json', 'styles.css']) copyFileSync(join(ROOT, file), join(folder, file));
console.log(`Installed into ${folder}.\nIn Obsidian: Settings → Community plugins → reload the list, and turn Paperweave on.`);
