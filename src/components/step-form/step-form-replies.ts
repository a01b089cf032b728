import { tell } from '../../internal/messages.ts';
import type { StepFormModel } from './step-form-model.ts';
import type { Answers } from './step-form-path.ts';
import type { FormStep, StepReply } from './step-form-types.ts';

/** Shorter than a pause between two words, longer than one between two keys: nobody wants a price for each digit. */
const pause = 300;

/** Answers the visitor's answers: a newer one overtakes one that is still on its way. */
export function createReplies(
  { live, read }: StepFormModel,
  check: () => Promise<{ readonly step: FormStep; readonly values: Answers | undefined }>,
): { look(target?: Element): void; flush(): Promise<void>; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let run = 0;

  const answer = async (isLeaving = false) => {
    timer = undefined;
    const mine = ++run;
    let reply: StepReply | undefined;
    try {
      const { step, values } = await check();
      if (mine !== run) return;
      const replying = values && typeof step.reply === 'function' ? step.reply(values) : undefined;
      if (replying instanceof Promise) {
        // Nobody waits for it, whatever becomes of it.
        if (isLeaving) return void replying.catch(() => {});
        live.set({ isThinking: true });
      }
      reply = (await replying) as StepReply | undefined;
    } catch (error) {
      if (process.env.NODE_ENV !== 'production') tell(903, read().props.id, String(error));
    }
    if (mine === run) live.set({ reply: reply === '' ? undefined : reply, isThinking: false });
  };

  return {
    look(target) {
      clearTimeout(timer);
      const { type = '' } = (target ?? {}) as Partial<HTMLInputElement>;
      const isPicked = /^(radio|checkbox|select-one|select-multiple|file|date)$/.test(type);
      if (!target) void answer();
      // React tells of a click before the form has heard of it.
      else timer = setTimeout(() => void answer(), isPicked ? 0 : pause);
    },
    /** Says at once what waits for a pause. What takes longer is not waited for. */
    async flush() {
      if (timer === undefined) return;
      clearTimeout(timer);
      await answer(true);
    },
    stop() {
      clearTimeout(timer);
      run++;
    },
  };
}
