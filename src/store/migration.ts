/** One step of the schema. Its place in the list, counted from 1, is the `user_version` it leads to. */
export type Migration = { name: string; sql: string }
