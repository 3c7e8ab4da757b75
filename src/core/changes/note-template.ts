import { findFrontMatter } from '../front-matter/front-matter';
import { writeYamlScalar } from '../front-matter/yaml-scalar';

/** What a placeholder stands for. A list is joined by commas in running text, and is a list in front matter. */
export type TemplateValue = string | number | boolean | null | readonly string[];

/**
 * A template with its placeholders filled, `{{title}}` or `{{ title }}`, in one pass: a value that looks like a placeholder stays
 * as it is. Unknown placeholders stay. `{{date:YYYY-MM-DD}}` takes the parts of a day in any order. In front matter a value
 * is written so that it reads back equal: quoted where YAML needs it, inside the quotes that the template has, a list as a list.
 */
export function fillTemplate(template: string, values: ReadonlyMap<string, TemplateValue>): string {
  const found = findFrontMatter(template);
  if (found.kind !== 'block') return fillText(template, values, asText);
  const { from, to } = found.block;
  const lines = template.slice(from, to).split('\n');
  const filled = lines.map((line) => (hasPlaceholder(line, values) ? fillYamlLine(line, values) : line));
  return template.slice(0, from) + filled.join('\n') + fillText(template.slice(to), values, asText);
}

const PLACEHOLDER = /\{\{\s*([\p{L}\p{N}_-]+)(?::([^{}]*))?\s*\}\}/gu;

type Values = ReadonlyMap<string, TemplateValue>;

function fillText(text: string, values: Values, write: (value: TemplateValue) => string): string {
  return text.replace(PLACEHOLDER, (placeholder: string, name: string, format: string | undefined) => {
    const value = valueOf(values, name, format);
    return value === undefined ? placeholder : write(value);
  });
}

/** Undefined for a placeholder that is not known, or a format that is not understood. */
function valueOf(values: Values, name: string, format: string | undefined): TemplateValue | undefined {
  const value = values.get(name);
  if (format === undefined || value === undefined) return value;
  const day = typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) : null;
  const [, year, month, date] = day ?? [];
  if (year === undefined || month === undefined || date === undefined || /[A-Za-z]/.test(format.replace(/YYYY|MM|DD/g, ''))) return undefined;
  return format.replace(/YYYY/g, year).replace(/MM/g, month).replace(/DD/g, date).trim();
}

function hasPlaceholder(text: string, values: Values): boolean {
  return [...text.matchAll(PLACEHOLDER)].some(([, name, format]) => valueOf(values, name ?? '', format) !== undefined);
}

const asText = (value: TemplateValue): string => (value === null ? '' : isList(value) ? value.join(', ') : String(value));

const isList = (value: TemplateValue): value is readonly string[] => Array.isArray(value);

/** What stands before a value: list dashes and a key. */
const BEFORE_VALUE = /^(\s*(?:-\s+)*(?:(?:"[^"]*"|'[^']*'|[^\s#'"[{-][^:]*):(?:\s+|$))?)(.*)$/;

function fillYamlLine(line: string, values: Values): string {
  const lineEnd = line.endsWith('\r') ? '\r' : '';
  const [, before = '', content = ''] = BEFORE_VALUE.exec(line.slice(0, line.length - lineEnd.length)) ?? [];
  // A comment, or a line of a text that runs over lines.
  if (before.trim() === '' || content === '') return fillText(line, values, asText);
  const [, value = '', comment = ''] = /^(.*?)(\s+#.*|\s*)$/.exec(content) ?? [];
  const alone = /^\{\{\s*([\p{L}\p{N}_-]+)(?::([^{}]*))?\s*\}\}$/u.exec(value);
  const only = alone ? valueOf(values, alone[1] ?? '', alone[2]) : undefined;
  const rest = fillText(comment, values, asText) + lineEnd;
  if (only === undefined) return before + fillYamlValue(value, values) + rest;
  if (only === null) return before.trimEnd() + rest;
  if (!isList(only)) return before + writeYamlScalar(only, 'block', 'plain') + rest;
  if (/-\s+$/.test(before)) return only.map((item) => before + writeYamlScalar(item, 'block', 'plain')).join(`${lineEnd}\n`) + rest;
  return `${before}[${only.map((item) => writeYamlScalar(item, 'flow', 'plain')).join(', ')}]${rest}`;
}

function fillYamlValue(value: string, values: Values): string {
  if (/^"[^]*"$/.test(value)) return fillYamlText(value, values, 'double');
  if (/^'[^]*'$/.test(value)) return fillYamlText(value, values, 'single');
  if (/^(?:\[|\{(?!\{))/.test(value)) {
    return fillText(value, values, (filled) => (isList(filled) ? filled : [filled ?? '']).map((item) => writeYamlScalar(item, 'flow', 'plain')).join(', '));
  }
  return writeYamlScalar(fillText(value, values, asText), 'block', 'plain');
}

/** Within quotes the rest of the value is the template's own and stays: each filled value is escaped as its quotes want it. */
function fillYamlText(value: string, values: Values, quote: 'single' | 'double'): string {
  if (quote === 'double') return fillText(value, values, (filled) => writeYamlScalar(asText(filled), 'block', 'double').slice(1, -1));
  const filled = fillText(value, values, (part) => asText(part).replace(/'/g, "''"));
  return writeYamlScalar(filled.slice(1, -1).replace(/''/g, "'"), 'block', 'single');
}
