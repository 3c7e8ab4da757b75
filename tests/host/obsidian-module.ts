import * as mocks from 'obsidian-test-mocks/obsidian';
import { BasesView, NullValue, QueryController, Value } from './bases';
import * as components from './components';
import { Editor } from './editor';
import { Component, Events } from './events';
import * as functions from './functions';
import * as icons from './icons';
import { Keymap, Scope } from './keymap';
import { Menu, MenuItem, MenuSeparator } from './menu';
import { MetadataCache } from './metadata-cache';
import * as modals from './modals';
import { FileManager } from './file-manager';
import { getFrontMatterInfo, parseYaml, stringifyYaml } from './parse-yaml';
import { normalizePath } from './paths';
import type { PlatformFlags } from './platform';
import { Plugin } from './plugin';
import { PluginSettingTab, SettingPage, SettingTab } from './setting-tab';
import { TAbstractFile, TFile, TFolder, Vault } from './vault';
import * as workspace from './workspace';
import { HostApp } from './app';

interface ModuleParts {
  readonly Notice: unknown;
  readonly platform: PlatformFlags;
  readonly apiVersion: string;
  readonly language: string;
}

/** Renders as plain text in `.markdown-rendered`: enough to see that it was called, and links stay readable. */
class MarkdownRenderChild extends Component {
  constructor(readonly containerEl: HTMLElement) {
    super();
  }
}

abstract class MarkdownRenderer extends MarkdownRenderChild {
  static render(_app: HostApp, markdown: string, el: HTMLElement, _sourcePath: string, _component: Component): Promise<void> {
    el.addClass('markdown-rendered');
    el.createEl('p', { text: markdown });
    return Promise.resolve();
  }
}

/** What `require('obsidian')` gives: the host's own classes over the mocks, which still supply Bases values, MathJax loaders and byte conversions. */
export function createObsidianModule({ Notice, platform, apiVersion, language }: ModuleParts): Record<string, unknown> {
  const { keyboard, ...own } = { ...components, ...functions, ...icons, ...modals, ...workspace, keyboard: null };
  void keyboard;
  const base: Record<string, unknown> = {};
  for (const key of Object.keys(mocks)) base[key] = Reflect.get(mocks, key);
  return {
    ...base,
    ...own,
    App: HostApp,
    BasesView,
    Component,
    Editor,
    Events,
    FileManager,
    Keymap,
    MarkdownRenderChild,
    MarkdownRenderer,
    Menu,
    MenuItem,
    MenuSeparator,
    MetadataCache,
    Notice,
    NullValue,
    Platform: platform,
    Plugin,
    PluginSettingTab,
    QueryController,
    Scope,
    SettingPage,
    SettingTab,
    TAbstractFile,
    TFile,
    TFolder,
    Value,
    Vault,
    apiVersion,
    getFrontMatterInfo,
    getLanguage: () => language,
    normalizePath,
    parseYaml,
    request: () => Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED')),
    requestUrl: () => Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED')),
    requireApiVersion: (version: string) => functions.isVersionAtLeast(apiVersion, version),
    sanitizeHTMLToDom: (html: string) => {
      const fragment = document.createDocumentFragment();
      fragment.append(...Array.from(new DOMParser().parseFromString(html, 'text/html').body.childNodes));
      fragment.querySelectorAll('script,style,iframe,object').forEach((el) => {
        el.remove();
      });
      return fragment;
    },
    stringifyYaml,
    stripHeadingForLink: functions.stripHeading,
  };
}
