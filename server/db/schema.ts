/** The tables as types; written beside the migrations. */
export type Database = Record<string, never>
