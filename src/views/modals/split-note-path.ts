/** A vault path as shown: the note's name without `.md`, and its folder, empty for the vault's root. */
export function splitNotePath(path: string): { readonly name: string; readonly folder: string } {
  const slash = path.lastIndexOf('/');
  return { name: path.slice(slash + 1).replace(/\.md$/i, ''), folder: slash < 0 ? '' : path.slice(0, slash) };
}
