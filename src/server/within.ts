/** Rejects when `run` takes longer; then tells it by its signal. */
export async function within<T>(
  seconds: number,
  run: (signal: AbortSignal) => T | PromiseLike<T>,
): Promise<T> {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`No answer within ${seconds} s.`);
      stop.abort(error);
      reject(error);
    }, seconds * 1_000);
  });
  try {
    return await Promise.race([run(stop.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
