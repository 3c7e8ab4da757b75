/**
 * js-yaml 4 under a name of its own: gray-matter brings its version 3 along, and the two must not be mixed up. Of the readers
 * measured it is the fastest that knows YAML 1.2 (`yaml` took seven times as long on the same blocks). Declared here is what
 * the plugin uses of it.
 */
declare module 'yaml-reader' {
  export class YAMLException extends Error {
    constructor(reason: string);
    readonly reason: string;
    readonly mark: { readonly line: number } | undefined;
  }
  export interface TypeOptions {
    readonly kind: 'scalar';
    readonly resolve: (text: unknown) => boolean;
    readonly construct: (text: string) => unknown;
  }
  export interface YamlType {
    readonly tag: string;
  }
  export const Type: new (tag: string, options: TypeOptions) => YamlType;
  export const types: { readonly null: YamlType; readonly bool: YamlType };
  export interface Schema {
    extend(types: { readonly implicit: readonly YamlType[] }): Schema;
  }
  export const FAILSAFE_SCHEMA: Schema;
  export function load(text: string, options: { readonly schema: Schema }): unknown;
}

// The files that `yaml-reader-parts.ts` takes instead of the whole package. What they hold is typed above.

declare module 'yaml-reader/lib/loader' {
  export { load } from 'yaml-reader';
}

declare module 'yaml-reader/lib/exception' {
  export { YAMLException as default } from 'yaml-reader';
}

declare module 'yaml-reader/lib/schema/failsafe' {
  export { FAILSAFE_SCHEMA as default } from 'yaml-reader';
}

declare module 'yaml-reader/lib/type' {
  export { Type as default } from 'yaml-reader';
}

declare module 'yaml-reader/lib/type/*' {
  import type { YamlType } from 'yaml-reader';
  const type: YamlType;
  export default type;
}
