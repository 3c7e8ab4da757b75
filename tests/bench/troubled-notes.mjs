import { LIBRARY_FOLDER } from './make-library.mjs';

/** Notes with something wrong, for the list of problems: so many that have a title in twos, and as many whose front matter cannot be read. `{ path: text }`. */
export function troubledNotes(count) {
  const notes = {};
  for (let at = 0; at < count; at += 1) {
    const number = String(at);
    notes[`${LIBRARY_FOLDER}/twin-${number}.md`] = `---\ntitle: Twin ${String(at >> 1)}\nstatus: todo\ntags:\n- paper\n---\n\n# Twin\n`;
    notes[`${LIBRARY_FOLDER}/broken-${number}.md`] = `---\ntitle: "Broken ${number}\nstatus: [todo\ntags:\n- paper\n---\n\n# Broken ${number}\n`;
  }
  return notes;
}
