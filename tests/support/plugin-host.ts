import type { PaperweaveApi } from '../../src/api';
import type { Host } from '../host/open-vault';

/** The running plugin's API. */
export const apiOf = (host: Host): PaperweaveApi => (host.plugin as unknown as { api: PaperweaveApi }).api;

/** Everything that the library answers, as plain data. */
export const answersOf = (of: Host): unknown => {
  const api = apiOf(of);
  const papers = api.papers();
  return {
    papers,
    references: papers.map(({ path }) => api.references(path)),
    citedBy: papers.map(({ path }) => api.citedBy(path)),
    missing: api.missing(),
    problems: api.problems(),
  };
};

/** The vault's own files, without the configuration folder and the trash. */
export const notesOf = (host: Host): Record<string, string> =>
  Object.fromEntries(Object.entries(host.files()).filter(([path]) => !path.startsWith('.obsidian/') && !path.startsWith('.trash/')));

/** The topmost modal's element. */
export function modalEl(host: Host): HTMLElement {
  const modal = host.modals[host.modals.length - 1];
  if (!modal) throw new Error('No modal is open.');
  return (modal as unknown as { containerEl: HTMLElement }).containerEl;
}

/** Presses the button with that text within an element, and waits. */
export async function pressButton(host: Host, within: HTMLElement, text: string): Promise<void> {
  const button = [...within.querySelectorAll('button')].find((each) => each.textContent.trim() === text);
  if (!button) throw new Error(`There is no button “${text}” in: ${within.textContent}`);
  button.click();
  await host.settle();
}

/** Presses the primary button of the topmost modal, and waits. */
export async function confirmModal(host: Host): Promise<void> {
  const button = modalEl(host).querySelector<HTMLButtonElement>('button.mod-cta');
  if (!button) throw new Error(`The modal has no primary button: ${modalEl(host).textContent}`);
  button.click();
  await host.settle();
}

/** Texts of the notices on screen and gone, oldest first. */
export const noticesOf = (host: Host): readonly string[] => host.notices.map((notice) => notice.message);
