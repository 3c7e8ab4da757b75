/** What the plugin uses of js-yaml, file by file, so that the rest of it stays out of the bundle. */
import bool from 'yaml-reader/lib/type/bool';
import nothing from 'yaml-reader/lib/type/null';

export { load } from 'yaml-reader/lib/loader';
export { default as FAILSAFE_SCHEMA } from 'yaml-reader/lib/schema/failsafe';
export { default as Type } from 'yaml-reader/lib/type';
export { default as YAMLException } from 'yaml-reader/lib/exception';
export const types = { null: nothing, bool };
