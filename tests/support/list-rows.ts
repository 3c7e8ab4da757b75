import type { TableRow, TableRows } from '../../src/core/dashboard/table-rows';

/** All rows of a table, in their order. */
export const listRows = (rows: TableRows): TableRow[] => Array.from({ length: rows.count }, (_, index) => rows.rowAt(index)).filter((row) => row !== undefined);
