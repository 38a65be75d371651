/** A key of one subject (a person or a case), itself sealed by the key ring; only then does it lie in the database. */
export interface WrappedKey {
  readonly keyId: string;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** How this room seals and recognises what is personal. It is handed in: no key is known here, and none is kept. */
export interface Sealing {
  newSubjectKey(subjectId: string): WrappedKey;
  /** Seals for one subject and one place, such as a row; what was sealed opens for the same two alone. */
  seal(key: WrappedKey, subjectId: string, place: string, plain: Uint8Array): Uint8Array<ArrayBuffer>;
  open(key: WrappedKey, subjectId: string, place: string, sealed: Uint8Array): Uint8Array<ArrayBuffer>;
  /** A keyed hash: equal for equal text, and nothing can be read back from it. */
  matchHash(text: string): string;
}
