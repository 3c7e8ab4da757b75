// One life of the app over a real folder, as a process of its own that kill-runs.mjs may kill at any moment.
//   node vault-process.mjs <host> <plugin> <folder> link|create|read   does that over the whole vault, and says when it begins and when it is done
//   node vault-process.mjs <host> <plugin> <folder> undo               answers what the start offers by undoing, and undoes the change if it was done
//   node vault-process.mjs <host> <plugin> <folder> finish             answers what the start offers by finishing
import { createRequire } from 'node:module';
import { folderMirror, readFolderBytes } from './folder-mirror.mjs';

const [, , hostFile, mainJs, folder, task] = process.argv;
const { openVault } = createRequire(import.meta.url)(hostFile);
const changes = {
  link: (api) => api.linkReferences(),
  create: (api) => api.createNotes(api.missing().slice(0, 50).map((work) => work.key)),
  read: (api) => api.setStatus(api.papers().map((paper) => paper.path), 'read'),
};
const change = changes[task];
// Notes that were cut short get their text back while the plugin starts: an answer begins with the start.
if (!change) process.stdout.write('begins\n');
const host = await openVault({ files: readFolderBytes(folder), mainJs, mirror: folderMirror(folder), localStorage: { 'paperweave-device': '1f2e3d4c5b6a7988' } });
const { api } = host.plugin;
await api.ready;

if (change) {
  process.stdout.write('begins\n');
  await change(api);
  process.stdout.write('done\n');
} else {
  const asked = host.notices.find((notice) => notice.message.includes('was interrupted'));
  if (asked) {
    process.stdout.write('asked\n');
    const labels = task === 'finish' ? ['Finish it'] : ['Undo it', 'Undo the rest'];
    [...asked.el.querySelectorAll('button')].find((button) => labels.includes(button.textContent)).click();
    await host.settle();
  } else if (task === 'undo') await api.undo();
  await host.settle();
  process.stdout.write('done\n');
}
process.exit(host.errors.length > 0 ? 1 : 0);
