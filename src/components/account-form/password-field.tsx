'use client';
import { type Context, createContext, type JSX, useContext, useEffect, useRef, useState } from 'react';
import { controlProps, FieldRow, useFrame } from '../../fields/field-frame.tsx';
import type { OwnFieldProps } from '../../fields/form-field.tsx';
import { useLatest } from '../../internal/use-latest.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { AccountFormLabels } from './account-form-labels.ts';
import type { AnyAccountProps } from './account-form-props.ts';

/** What the field needs of the form around it. */
interface PasswordScope {
  readonly speak: Speaker<AccountFormLabels>;
  readonly strength: AnyAccountProps['strength'];
}

export const PasswordContext: Context<PasswordScope | null> = createContext<PasswordScope | null>(null);

/** A new password: can be shown, pasted, and filled in by a manager. */
export function PasswordField({ spec }: OwnFieldProps): JSX.Element {
  const frame = useFrame(spec);
  const { speak, strength } = useContext(PasswordContext) as PasswordScope;
  const [isShown, setShown] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { minLength } = spec as { minLength?: number };
  const strengthId = `${frame.id}-strength`;

  // Hidden when it is sent: browsers offer to keep a password that is one, and would list it as a word otherwise.
  useEffect(() => {
    const form = field.current?.form;
    const hide = () => setShown(false);
    form?.addEventListener('submit', hide);
    form?.addEventListener('reset', hide);
    return () => {
      form?.removeEventListener('submit', hide);
      form?.removeEventListener('reset', hide);
    };
  }, []);

  return (
    <FieldRow frame={frame}>
      <div className="sy-account-form-password">
        <input
          {...controlProps(frame)}
          // How Safari and 1Password make one that fits: https://developer.apple.com/password-rules/
          {...{ passwordrules: `minlength: ${minLength};` }}
          ref={field}
          className="sy-input"
          type={isShown ? 'text' : 'password'}
          aria-describedby={strength ? `${frame.describedBy} ${strengthId}` : frame.describedBy}
          autoComplete={spec.autoComplete}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          minLength={minLength}
        />
        <button
          className="sy-account-form-show sy-button sy-only-with-script"
          type="button"
          aria-label={speak('showPassword')}
          aria-pressed={isShown}
          aria-controls={frame.id}
          onClick={() => setShown(!isShown)}
        >
          <svg className="sy-account-form-eye" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M2.5 12c4-8.5 15-8.5 19 0-4 8.5-15 8.5-19 0ZM15 12a3 3 0 0 1-6 0 3 3 0 0 1 6 0" />
            {isShown && <path d="M4 4l16 16" />}
          </svg>
        </button>
      </div>
      {strength && <Strength id={strengthId} field={field} strength={strength} />}
    </FieldRow>
  );
}

/** How hard it is to guess, in the page's words, once the visitor pauses. */
function Strength(props: {
  readonly id: string;
  readonly field: { readonly current: HTMLInputElement | null };
  readonly strength: NonNullable<PasswordScope['strength']>;
}): JSX.Element {
  const { id, field } = props;
  // Often written inline: a page that renders anew has no other password.
  const latest = useLatest(props.strength);
  const [words, setWords] = useState<string>();
  useEffect(() => {
    const input = field.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    const judge = async (mine: number) => {
      // What helps must not get in the way: one that throws says nothing.
      const said = await (async () => input?.value && latest.current(input.value))().catch(() => {});
      if (mine === last) setWords(typeof said === 'string' ? said : undefined);
    };
    const hear = () => {
      clearTimeout(timer);
      const mine = ++last;
      timer = setTimeout(() => judge(mine), 400);
    };
    const form = input?.form;
    input?.addEventListener('input', hear);
    form?.addEventListener('reset', hear);
    // What was typed before the page came alive.
    if (input?.value) hear();
    return () => {
      last = -1;
      clearTimeout(timer);
      input?.removeEventListener('input', hear);
      form?.removeEventListener('reset', hear);
    };
  }, [field, latest]);
  return (
    <p className="sy-account-form-strength sy-note" id={id} aria-live="polite">
      {words}
    </p>
  );
}
