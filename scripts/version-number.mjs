/** The numbers of a version `1.2.3`, or null: Obsidian takes no `v`, no pre-release and no leading zeros. */
export function readVersion(text) {
  const found = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(text);
  return found ? found.slice(1).map(Number) : null;
}

/** True where version `a` comes after `b`; both are as `readVersion` gives them. */
export function isLater(a, b) {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at >= 0 && a[at] > b[at];
}
