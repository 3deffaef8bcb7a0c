/*
 * The steps from an empty database to the newest schema, in order. Each is
 * the text of schema_N.sql, run once in one transaction. A step may add
 * tables, indexes and columns; it never rewrites or drops a row.
 */
RP_MIGRATION(1, schema_1)
