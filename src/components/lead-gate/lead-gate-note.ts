/** What a browser remembers of a gate. */
export interface GateNote {
  /** When it was written, in milliseconds. */
  readonly at: number;
  /** Opens the protected part; absent where the server remembers the visitor itself. */
  readonly grant?: string | undefined;
  /** A link is on its way by mail: what comes with it confirms this yes. */
  readonly isMailed?: boolean | undefined;
}

export function writeNote(note: GateNote): string {
  return JSON.stringify({ v: 1, ...note });
}

/** Storage may hold anything: another version's note, or somebody else's. */
export function readNote(text: string | null): GateNote | undefined {
  try {
    const { v, at, grant, isMailed } = JSON.parse(text ?? '') as Partial<GateNote> & { v?: unknown };
    if (v !== 1 || typeof at !== 'number') return undefined;
    return { at, grant: typeof grant === 'string' ? grant : undefined, isMailed: isMailed === true };
  } catch {
    return undefined;
  }
}
