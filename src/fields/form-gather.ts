/** Runs soon, and once for all calls until then, with what they named. */
export function gather(run: (names: ReadonlySet<string>) => void): (name?: string) => void {
  let gathered: Set<string> | undefined;
  return (name) => {
    if (!gathered) {
      const names = new Set<string>();
      gathered = names;
      queueMicrotask(() => {
        gathered = undefined;
        run(names);
      });
    }
    if (name !== undefined) gathered.add(name);
  };
}
