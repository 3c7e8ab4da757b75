import type { Plugin } from 'obsidian';

/** The plugin's own folder, as a path for the adapter. */
export const pluginFolder = ({ app, manifest }: Plugin): string => manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`;
