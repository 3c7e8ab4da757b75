import type { HostApp } from './app';
import { linkpathOf } from './metadata-cache';
import { getFrontMatterInfo, parseYaml, stringifyYaml } from './parse-yaml';
import { baseNameOf, extensionOf, folderOf } from './paths';
import { TFile, TFolder, type TAbstractFile, type WriteTimes } from './vault';

/** The app's file operations that follow the user's settings. */
export class FileManager {
  constructor(private readonly app: HostApp) {}

  getNewFileParent(sourcePath: string): TFolder {
    const { vault } = this.app;
    const where = vault.getConfig('newFileLocation') ?? 'root';
    if (where === 'current') return vault.getFolderByPath(folderOf(sourcePath)) ?? vault.getRoot();
    if (where === 'folder') return vault.getFolderByPath(String(vault.getConfig('newFileFolderPath') ?? '')) ?? vault.getRoot();
    return vault.getRoot();
  }

  /** Internal in the app: makes an empty note with a free name. */
  async createNewMarkdownFile(folder: TFolder, name: string, text = ''): Promise<TFile> {
    const { vault } = this.app;
    return vault.create(vault.getAvailablePath(`${folder.getParentPrefix()}${name === '' ? 'Untitled' : name}`, 'md'), text);
  }

  /** Links in other notes follow when the setting `alwaysUpdateLinks` is on (the app would ask otherwise; here: no). */
  async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    const { vault, metadataCache } = this.app;
    const stale: { source: TFile; link: string; start: number; end: number; target: TFile; original: string; display: string }[] = [];
    const moving = new Set<TFile>();
    const collect = (each: TAbstractFile): void => {
      if (each instanceof TFile) moving.add(each);
      else if (each instanceof TFolder) each.children.forEach(collect);
    };
    collect(file);
    if (vault.getConfig('alwaysUpdateLinks') === true) {
      for (const source of vault.getMarkdownFiles()) {
        const cache = metadataCache.getFileCache(source);
        for (const { link, position, original, displayText } of [...(cache?.links ?? []), ...(cache?.embeds ?? [])]) {
          const target = metadataCache.getFirstLinkpathDest(linkpathOf(link), source.path);
          if (!target || !moving.has(target)) continue;
          stale.push({ source, link, start: position.start.offset, end: position.end.offset, target, original, display: displayText ?? '' });
        }
      }
    }
    await vault.rename(file, newPath);
    const bySource = new Map<TFile, typeof stale>();
    for (const each of stale) {
      if (metadataCache.getFirstLinkpathDest(linkpathOf(each.link), each.source.path) === each.target) continue;
      const list = bySource.get(each.source);
      if (list) list.push(each);
      else bySource.set(each.source, [each]);
    }
    for (const [source, links] of bySource) {
      await vault.process(source, (text) => {
        let out = text;
        for (const each of links.sort((a, b) => b.start - a.start)) {
          if (out.slice(each.start, each.end) !== each.original) continue;
          const at = each.link.indexOf('#');
          const subpath = at < 0 ? '' : each.link.slice(at);
          out = out.slice(0, each.start) + this.rewritten(each.original, each.target, source.path, subpath, each.display) + out.slice(each.end);
        }
        return out;
      });
    }
  }

  async promptForDeletion(file: TAbstractFile): Promise<boolean> {
    await this.trashFile(file);
    return true;
  }

  async trashFile(file: TAbstractFile): Promise<void> {
    const { vault } = this.app;
    const option = vault.getConfig('trashOption') ?? 'system';
    if (option === 'none') await vault.delete(file);
    else await vault.trash(file, option === 'system');
  }

  generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias = ''): string {
    const { metadataCache, vault } = this.app;
    const self = file.path === sourcePath && subpath !== '';
    if (vault.getConfig('useMarkdownLinks') !== true) {
      const linktext = self ? '' : metadataCache.fileToLinktext(file, sourcePath, true);
      return `[[${linktext}${subpath}${alias !== '' && alias !== linktext ? `|${alias}` : ''}]]`;
    }
    const path = self ? '' : metadataCache.fileToLinktext(file, sourcePath, false);
    const text = alias === '' ? file.basename : alias;
    return `[${text}](${(path + subpath).replace(/ /g, '%20')})`;
  }

  async processFrontMatter(file: TFile, fn: (frontmatter: Record<string, unknown>) => void, options?: WriteTimes): Promise<void> {
    await this.app.vault.process(
      file,
      (text) => {
        const info = getFrontMatterInfo(text);
        const parsed = info.exists && info.frontmatter.trim() !== '' ? parseYaml(info.frontmatter) : {};
        const values = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, unknown>) : {};
        fn(values);
        const rest = info.exists ? text.slice(info.contentStart) : text;
        return Object.keys(values).length === 0 ? rest : `---\n${stringifyYaml(values)}---\n${rest}`;
      },
      options,
    );
  }

  async getAvailablePathForAttachment(filename: string, sourcePath = ''): Promise<string> {
    const folder = this.getNewFileParent(sourcePath);
    return Promise.resolve(this.app.vault.getAvailablePath(`${folder.getParentPrefix()}${baseNameOf(filename)}`, extensionOf(filename)));
  }

  private rewritten(original: string, target: TFile, sourcePath: string, subpath: string, display: string): string {
    const { metadataCache } = this.app;
    const embed = original.startsWith('!') ? '!' : '';
    if (original.startsWith('[[', embed.length)) {
      const alias = original.includes('|') ? `|${display}` : '';
      return `${embed}[[${metadataCache.fileToLinktext(target, sourcePath, true)}${subpath}${alias}]]`;
    }
    return `${embed}[${display}](${(metadataCache.fileToLinktext(target, sourcePath, false) + subpath).replace(/ /g, '%20')})`;
  }
}
