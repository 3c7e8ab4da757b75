const CIRCLE = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z';
const PATHS: Record<string, string> = {
  check: 'M20 6 9 17l-5-5',
  x: 'M18 6 6 18M6 6l12 12',
  plus: 'M5 12h14M12 5v14',
  'chevron-down': 'm6 9 6 6 6-6',
  'chevron-right': 'm9 18 6-6-6-6',
  'chevron-up': 'm18 15-6-6-6 6',
  'chevron-left': 'm15 18-6-6 6-6',
  'arrow-up': 'M12 19V5M5 12l7-7 7 7',
  'arrow-down': 'M12 5v14M19 12l-7 7-7-7',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM21 21l-4.5-4.5',
  'more-horizontal': 'M5 12h.01M12 12h.01M19 12h.01',
  'more-vertical': 'M12 5v.01M12 12v.01M12 19v.01',
  file: 'M6 2h8l5 5v15H6zM14 2v5h5',
  'file-text': 'M6 2h8l5 5v15H6zM14 2v5h5M9 12h7M9 16h7',
  folder: 'M3 6h6l2 2h10v11H3z',
  settings: `${CIRCLE}M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z`,
  link: 'M10 13a5 5 0 0 0 7 0l3-3a5 5 0 0 0-7-7l-1 1M14 11a5 5 0 0 0-7 0l-3 3a5 5 0 0 0 7 7l1-1',
  'external-link': 'M15 3h6v6M10 14 21 3M18 13v8H3V6h8',
  trash: 'M3 6h18M8 6V3h8v3M6 6l1 15h10l1-15',
  book: 'M5 3h14v18H7a2 2 0 0 1-2-2zM5 19a2 2 0 0 1 2-2h12',
  'book-open': 'M12 7v14M3 4h5a4 4 0 0 1 4 4 4 4 0 0 1 4-4h5v14h-6a3 3 0 0 0-3 3 3 3 0 0 0-3-3H3z',
  'rotate-ccw': 'M3 12a9 9 0 1 0 3-6.7L3 8M3 3v5h5',
  'undo-2': 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  'refresh-cw': 'M21 3v5h-5M3 21v-5h5M3 12a9 9 0 0 1 15-6.7L21 8M21 12a9 9 0 0 1-15 6.7L3 16',
  filter: 'M3 4h18l-7 9v7l-4-2v-5z',
  'list-filter': 'M3 6h18M7 12h10M10 18h4',
  table: 'M3 4h18v16H3zM3 10h18M3 15h18M12 4v16',
  columns: 'M3 4h18v16H3zM9 4v16M15 4v16',
  'circle-help': `${CIRCLE}M9.5 9a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1 .9-1 1.7M12 17h.01`,
  library: 'M5 4v16M10 4v16M15 5l4 15M3 20h8M3 4h8',
  // Points down, as the app's does, which turns it where something is collapsed.
  'right-triangle': 'm6 9 6 8 6-8z',
  minus: 'M5 12h14',
  'circle-dashed': 'M10 3.2a9 9 0 0 1 4 0M17 5a9 9 0 0 1 2.5 3M21 12a9 9 0 0 1-1 4M17 19a9 9 0 0 1-3 1.8M10 20.8a9 9 0 0 1-4-2M3.5 16a9 9 0 0 1-.5-4M4.5 8A9 9 0 0 1 7 5',
  'corner-down-left': 'M9 10l-5 5 5 5M20 4v7a4 4 0 0 1-4 4H4',
  'help-circle': `${CIRCLE}M9.5 9a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1 .9-1 1.7M12 17h.01`,
  'links-coming-in': 'M10 13a5 5 0 0 0 7 0l3-3a5 5 0 0 0-7-7M3 21l6-6M4 15h5v5',
  waypoints: 'M12 4.5a2 2 0 1 0 .1 0M5 10.5a2 2 0 1 0 .1 0M19 10.5a2 2 0 1 0 .1 0M12 17a2 2 0 1 0 .1 0M10.6 7.5l-4 3.6M7 12.5h10M13.4 17.2l4-3.6',
  'eye-off': 'M3 3l18 18M10 5a9 9 0 0 1 12 7 14 14 0 0 1-3 4M6 7a14 14 0 0 0-4 5s4 7 10 7a9 9 0 0 0 4-1',
  'file-plus': 'M6 2h8l5 5v15H6zM14 2v5h5M12 11v6M9 14h6',
  'file-plus-2': 'M6 2h8l5 5v15H6zM14 2v5h5M12 11v6M9 14h6',
  list: 'M8 6h13M8 12h13M8 18h13M3 6h.01M3 12h.01M3 18h.01',
  pencil: 'M4 20h4L20 8l-4-4L4 16z',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  save: 'M4 4h12l4 4v12H4zM8 4v5h7V4M8 20v-6h8v6',
  'trash-2': 'M3 6h18M8 6V3h8v3M6 6l1 15h10l1-15M10 11v5M14 11v5',
  'list-checks': 'm3 7 2 2 4-4M3 17l2 2 4-4M13 6h8M13 12h8M13 18h8',
  star: 'm12 3 2.8 6 6.2.7-4.6 4.3 1.3 6.5L12 17.3 6.3 20.5l1.3-6.5L3 9.7 9.2 9z',
  tag: 'M3 3h9l9 9-9 9-9-9zM7.5 7.5h.01',
  calendar: 'M4 5h16v16H4zM4 10h16M8 3v4M16 3v4',
  quote: 'M4 17h4l2-4V7H4v6h3zM14 17h4l2-4V7h-6v6h3z',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  circle: CIRCLE,
  'check-circle': `${CIRCLE}m-3 9 2.5 2.5L16 10`,
  'circle-check': `${CIRCLE}m-3 9 2.5 2.5L16 10`,
  'layout-dashboard': 'M4 4h7v9H4zM13 4h7v5h-7zM13 11h7v9h-7zM4 15h7v5H4z',
  'bar-chart': 'M5 20V10M12 20V4M19 20v-7',
  'arrow-right': 'M5 12h14M13 6l6 6-6 6',
  'grip-vertical': 'M9 6h.01M9 12h.01M9 18h.01M15 6h.01M15 12h.01M15 18h.01',
  history: 'M3 12a9 9 0 1 0 3-6.7L3 8M3 3v5h5M12 7v5l4 2',
  'sliders-horizontal': 'M3 6h9M16 6h5M14 4v4M3 12h3M10 12h11M8 10v4M3 18h9M16 18h5M14 16v4',
  'arrow-down-wide-narrow': 'm3 16 4 4 4-4M7 20V4M11 4h10M11 8h7M11 12h4',
  'arrow-up-narrow-wide': 'm3 8 4-4 4 4M7 4v16M11 12h4M11 16h7M11 20h10',
  info: `${CIRCLE}M12 16v-4M12 8h.01`,
  'alert-triangle': 'M12 3 2 20h20zM12 10v4M12 17h.01',
  'triangle-alert': 'M12 3 2 20h20zM12 10v4M12 17h.01',
};

const added = new Map<string, string>();
const SVG = 'http://www.w3.org/2000/svg';

/** An icon of the plugin's own: the inside of an svg with the view box 0 0 100 100. */
export function addIcon(id: string, content: string): void {
  added.set(id, content);
}

export function removeIcon(id: string): void {
  added.delete(id);
}

export function getIconIds(): string[] {
  return [...Object.keys(PATHS).map((name) => `lucide-${name}`), ...added.keys()];
}

/** Any name gives a shape (an unknown one a plain square), classed `svg-icon lucide-<name>` as in the app. */
export function getIcon(id: string): SVGSVGElement | null {
  if (id === '') return null;
  const name = id.replace(/^lucide-/, '');
  const svg = document.createElementNS(SVG, 'svg');
  const own = added.get(id);
  const attributes: Record<string, string> = {
    width: '24',
    height: '24',
    viewBox: own === undefined ? '0 0 24 24' : '0 0 100 100',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    class: own === undefined ? `svg-icon lucide-${name}` : `svg-icon ${id}`,
  };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  if (own !== undefined) {
    const parsed = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${own}</svg>`, 'image/svg+xml');
    svg.append(...Array.from(parsed.documentElement.childNodes, (node) => document.importNode(node, true)));
    return svg;
  }
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name] ?? 'M5 5h14v14H5z');
  svg.appendChild(path);
  return svg;
}

/** Replaces what is in the element by the icon; an empty name clears it. */
export function setIcon(parent: HTMLElement, id: string): void {
  parent.empty();
  const icon = getIcon(id);
  if (icon) parent.appendChild(icon);
}
