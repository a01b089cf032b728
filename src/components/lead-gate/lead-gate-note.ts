/** What a browser remembers of a gate. */
export interface GateNote {
  /** When it was written, in milliseconds. */
  readonly at: number;
  /** Opens the protected part; absent where the server remembers the visitor itself. */
  readonly grant?: string | undefined;
  /** The attempt whose yes is confirmed by what comes with a link that is on its way by mail. */
  readonly attempt?: string | undefined;
}

export function writeNote(note: GateNote): string {
  return JSON.stringify({ v: 1, ...note });
}

/** Storage may hold anything: another version's note, or somebody else's. */
export function readNote(text: string | null): GateNote | undefined {
  try {
    const { v, at, grant, attempt } = JSON.parse(text || '{}') as Partial<GateNote> & { v?: unknown };
    if (v !== 1 || typeof at !== 'number') return undefined;
    return { at, grant: textOf(grant), attempt: textOf(attempt) };
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
