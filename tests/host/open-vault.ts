import './dom-in-node';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHost, type Host, type HostOptions } from './host';
import type { PluginManifest } from './plugin';

export type { Host, HostOptions } from './host';

/** A path is short and names a file; anything else is source text. */
function sourceOf(mainJs: string): string {
  return mainJs.length < 1000 && !mainJs.includes('\n') && /\.c?js$/.test(mainJs) ? readFileSync(mainJs, 'utf8') : mainJs;
}

function manifestAt(root: string): PluginManifest {
  return JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as PluginManifest;
}

/** App built over the files, plugin constructed and `onload` awaited, layout ready fired, everything settled, unless the options say otherwise. */
export async function openVault(options: HostOptions): Promise<Host> {
  const root = process.cwd();
  const source = options.loadPlugin === false && options.mainJs === undefined ? null : sourceOf(options.mainJs ?? join(root, 'main.js'));
  return startHost({ manifest: manifestAt(root), ...options, source });
}
