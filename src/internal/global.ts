/** What a script of the page has put on the global object under a name, if it has. */
export function globalNamed<T>(name: string): T | undefined {
  return (globalThis as unknown as Record<string, T | undefined>)[name];
}

/**
 * A function that a script of the page has put on the global object under a name. Anything else there is not it: an element
 * whose `id` is "clarity" has that name too.
 */
export function functionNamed<F = (...given: unknown[]) => unknown>(name: string): F | undefined {
  const found = globalNamed<F>(name);
  return typeof found === 'function' ? found : undefined;
}

/** Something on the global object that has the method, such as a queue that has `push`. */
export function globalWith<T extends object>(name: string, method: keyof T): T | undefined {
  const found = globalNamed<T>(name);
  return typeof found?.[method] === 'function' ? found : undefined;
}

/** Whether the page is hidden, which on phones is often the last that is heard of it. */
export function isHidden(): boolean {
  return globalNamed<{ readonly visibilityState: string }>('document')?.visibilityState === 'hidden';
}
