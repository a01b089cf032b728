/** A body that cannot be had, by the status that says why. */
export type BodyProblem = 400 | 408 | 413 | 415;

/**
 * The text of a body, if it is one of the two types that the wire knows, is UTF-8, has arrived in time and is no larger than
 * `most` bytes. No more than that is ever held, whatever the headers say.
 */
export async function readBody(
  request: Request,
  most: number,
  seconds: number,
): Promise<string | BodyProblem> {
  const type = request.headers.get('content-type')?.toLowerCase() ?? '';
  if (!/^(?:text\/plain|application\/json)\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/.test(type)) return 415;
  if (!/^(?:identity)?$/i.test(request.headers.get('content-encoding')?.trim() ?? '')) return 415;
  if (Number(request.headers.get('content-length')) > most) return 413;
  if (!request.body || request.bodyUsed) return 400;
  const reader = request.body.getReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, seconds * 1_000, 'late');
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let length = 0;
  try {
    for (;;) {
      const part = await Promise.race([reader.read(), late]);
      if (part === 'late') return 408;
      if (part.done) return text + decoder.decode();
      length += part.value.byteLength;
      if (length > most) return 413;
      text += decoder.decode(part.value, { stream: true });
    }
  } catch {
    // The visitor left, or it is no UTF-8.
    return 400;
  } finally {
    clearTimeout(timer);
    // What is left of it need not arrive any more. Nobody waits for that, and it may fail.
    reader.cancel().catch(() => {});
  }
}
