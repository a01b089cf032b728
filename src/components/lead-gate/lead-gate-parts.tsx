'use client';
import type { JSX, MouseEvent } from 'react';
import { FormBody } from '../../fields/form-body.tsx';
import { FormExchange } from '../../fields/form-exchange.tsx';
import { FormFields } from '../../fields/form-field.tsx';
import { CheckIcon } from '../../internal/icons.tsx';
import { tell } from '../../internal/messages.ts';
import { renderNoScript } from '../../internal/no-script.tsx';
import { isSafeUrl } from '../../internal/safe-url.ts';
import { givesNothing } from './lead-gate-fields.ts';
import type { AnyGateProps } from './lead-gate-props.ts';
import { splitTaste } from './lead-gate-taste.ts';
import type { useLeadGate } from './use-lead-gate.ts';

type Gate = ReturnType<typeof useLeadGate>;

/** The taste: all of it, or a share with the rest folded until the gate opens. */
export function renderTaste(props: AnyGateProps, isOpen: boolean): JSX.Element | null {
  const { id, children, taste = 'door' } = props;
  if (!children) return null;
  if (typeof taste !== 'object') return <div className="sy-lead-gate-taste">{children}</div>;
  const { shown, folded } = splitTaste(children, taste.share);
  if (process.env.NODE_ENV !== 'production' && !folded.length && taste.share < 1) tell(805, id);
  return (
    <div className="sy-lead-gate-taste">
      {shown}
      {/* Its text can be read by whoever does not look, and a link in it unfolds it when the keyboard gets there. */}
      <div className="sy-lead-gate-fold" data-folded={isOpen || !folded.length ? undefined : ''}>
        {folded}
      </div>
    </div>
  );
}

/** What is said of the gate's state. It stands there before its words, so that they are heard. */
export function renderStatus({ view, speak, key }: Gate, props: AnyGateProps): JSX.Element {
  const { stage, words, isOwn } = view;
  const isYes = stage === 'open';
  const text =
    key.state === 'sending'
      ? speak('turning')
      : stage === 'opening'
        ? speak('opening')
        : stage === 'failed'
          ? undefined
          : (words ?? (stage === 'open' ? speak(givesNothing(props) ? 'received' : 'known') : undefined));
  return (
    <p
      className="sy-lead-gate-status sy-status"
      role="status"
      data-tone={
        isYes ? 'success' : stage === 'mailed' || (stage === 'asking' && words) ? 'notice' : undefined
      }
      tabIndex={isOwn ? -1 : undefined}
    >
      {(stage === 'opening' || key.state === 'sending') && <span className="sy-spinner" aria-hidden="true" />}
      {isYes && text && <CheckIcon />}
      {text && <span>{text}</span>}
    </p>
  );
}

/** The form, which keeps what was typed while it is not shown. */
export function renderForm(gate: Gate, props: AnyGateProps, headingId: string): JSX.Element {
  const { form, formSpeak, speak, specs, exchange, view } = gate;
  const { id, get, heading = get, form: ownFields, challenge, fallback, skippable } = props;
  const { showExchange = true } = props;
  const isHidden = view.stage !== 'asking';
  const canPost = form.props.action !== undefined;
  // One side alone that says what the heading says would be an echo.
  const isEcho = !exchange.give?.length && exchange.get?.length === 1 && exchange.get[0] === heading;
  return (
    <>
      <FormBody
        form={form}
        id={id}
        speak={formSpeak}
        hidden={isHidden}
        className={canPost ? undefined : 'sy-only-with-script'}
        aria-labelledby={headingId}
        before={showExchange && !isEcho && <FormExchange exchange={exchange} speak={formSpeak} />}
        // Fields of your own stand before the box that is not theirs.
        fields={ownFields ? undefined : specs}
        submitLabel={speak('submit')}
        challenge={challenge}
        actions={skippable && renderSkip(gate)}
      >
        {ownFields && (
          <>
            <div className="sy-fields">{ownFields}</div>
            {specs.length > 0 && <FormFields fields={specs} />}
          </>
        )}
      </FormBody>
      {!canPost && !isHidden && renderNoScript(speak('noScript'), fallback)}
    </>
  );
}

export function renderSkip({ speak, skip }: Gate): JSX.Element {
  return (
    <button className="sy-button sy-only-with-script" data-variant="quiet" type="button" onClick={skip}>
      {speak('skip')}
    </button>
  );
}

export function renderButton(text: string, onClick: () => void): JSX.Element {
  return (
    <div className="sy-actions">
      <button className="sy-button" type="button" onClick={onClick}>
        {text}
      </button>
    </div>
  );
}

/** The address of what was unlocked, or nothing when it could run code or cannot be made. */
export function addressOf({ id, href }: AnyGateProps, grant: string | undefined): string | undefined {
  let address: string | undefined;
  try {
    address = typeof href === 'function' ? href(grant) : href;
  } catch (error) {
    // It runs while the page renders, and would take it down.
    if (process.env.NODE_ENV !== 'production') tell(803, id, String(error));
  }
  // A function of plain JavaScript may give null.
  if (!address) return undefined;
  if (isSafeUrl(address)) return address;
  if (process.env.NODE_ENV !== 'production') tell(110, `The href of LeadGate "${id}"`, address);
  return undefined;
}

export function renderLink(gate: Gate, props: AnyGateProps, address: string): JSX.Element {
  const { speak, follow } = gate;
  return (
    <div className="sy-actions">
      <a
        className="sy-button"
        data-variant="primary"
        href={address}
        data-start=""
        onClick={(event: MouseEvent<HTMLAnchorElement>) => follow(event)}
      >
        {speak('open', { get: props.get })}
      </a>
    </div>
  );
}
