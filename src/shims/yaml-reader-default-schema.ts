/** Stands in for js-yaml's default schema, which brings dates, binaries and sets: every read names its own schema. */
export {};
