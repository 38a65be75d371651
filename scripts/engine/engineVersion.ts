/** The Temporal server this product runs on. With it change the schema versions below: a start says what they are. */
export const engineVersion = '1.32.2';

/** Its two databases, the schema each is given and the version the programs of `engineVersion` bring it to. */
export const engineDatabases = [
  { name: 'temporal', schema: 'postgresql/v12/temporal', version: '1.19' },
  { name: 'temporal_visibility', schema: 'postgresql/v12/visibility', version: '1.14' },
] as const;
