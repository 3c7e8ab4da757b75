'use strict';
// Stands in for gray-matter's `defaults`, which completes the same options anew five times a note and so takes longer than the YAML
// itself. The outcome is the same, without engines of its own (see gray-matter-engines.ts); it is kept for as long as the options
// are, and complete ones are not completed again.
const none = {};
const completed = new WeakMap();

module.exports = function complete(options = none) {
  const known = completed.get(options);
  if (known !== undefined) return known;
  const given = options.delims || options.delimiters || '---';
  const [open, close = open] = Array.isArray(given) ? given : [given];
  const whole = {
    ...options,
    delimiters: [open, close],
    language: (options.language || options.lang || 'yaml').toLowerCase(),
    engines: { ...options.parsers, ...options.engines },
  };
  completed.set(options, whole);
  completed.set(whole, whole);
  return whole;
};
