'use client';
import { type JSX, type ReactNode, type Ref, useId, useState } from 'react';
import type { FieldSpec, FormSchema } from '../../form/index.ts';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderElement } from '../../internal/render-element.tsx';
import { CommitmentProvider } from '../../provider/commitment-provider.tsx';
import {
  addressOf,
  renderButton,
  renderForm,
  renderLink,
  renderSkip,
  renderStatus,
  renderTaste,
} from './lead-gate-parts.tsx';
import {
  type AnyGateProps,
  type LeadGateEmail,
  type LeadGateProps,
  type LeadGateState,
  restOf,
} from './lead-gate-props.ts';
import { useGateRoot } from './use-gate-root.ts';
import { useLeadGate } from './use-lead-gate.ts';

/**
 * Gives something in return for something: a guide for an e-mail address, the rest of an article for a vote. The children
 * are the taste that everybody may read; what is behind the gate comes from your server, for a grant.
 *
 * ```tsx
 * <LeadGate id="checklist" get="The 12-point checklist (PDF)" onSubmit={subscribe}
 *           href={(grant) => `/gate?magnet=checklist&grant=${grant}`}>
 *   <p>Twelve questions that decide whether a stranger buys.</p>
 * </LeadGate>
 * ```
 */
export function LeadGate<
  const Fields extends readonly FieldSpec[] = LeadGateEmail,
  Schema extends FormSchema | undefined = undefined,
  Form extends ReactNode = undefined,
>(props: LeadGateProps<Fields, Schema, Form>): JSX.Element {
  // Another id is another gate: nothing of the old one may stay.
  return <LeadGateRoot key={props.id} {...(props as unknown as AnyGateProps)} />;
}

function LeadGateRoot(props: AnyGateProps): JSX.Element {
  const gate = useLeadGate(props);
  const { view, given, after, speak, form, key, isForm, isOpen, ask, data } = gate;
  const { stage, isOwn } = view;
  const { get, heading = get, description, taste, door, appearance, next, skippable, render } = props;
  const Heading = `h${props.headingLevel ?? 2}` as const;
  const headingId = useId();
  const root = useGateRoot(gate, props);
  // Once there, it stays, out of sight, with what was typed.
  const [hasAsked, setAsked] = useState(stage === 'asking');
  if (stage === 'asking' && !hasAsked) setAsked(true);

  const isInCard = taste === undefined || taste === 'door';
  const content = given ?? view.content;
  const isShown = stage === 'open' && content !== undefined;
  const address = stage === 'open' && !isShown ? addressOf(props, view.grant) : undefined;
  const isPending = form.view.isPending || key.state === 'sending';
  // What a key could not open, the form may have opened since.
  const isKeyBroken = stage === 'asking' && typeof key.state === 'object' && key.state.status === 'failed';
  const isFailed = stage === 'failed' || isKeyBroken;
  // Whoever comes back wants what is theirs, not a card that says so.
  const isCard = !isShown || isOwn;
  const nextSlot = (stage === 'open' || stage === 'skipped') && (
    <NextSlot
      next={next as NextProp<object>}
      outcome={stage === 'open' ? { phase: 'committed', data } : { phase: 'dismissed', data: {} }}
    />
  );

  const card = isCard && (
    <div
      className="sy-lead-gate-card"
      data-sy-ask="lead-gate"
      data-sy-appearance={appearance}
      ref={ask.ref as Ref<HTMLDivElement>}
    >
      <Heading className="sy-question" id={headingId}>
        {heading}
      </Heading>
      {description && <p className="sy-description">{description}</p>}
      {isInCard && renderTaste(props, isOpen)}
      {!door && renderStatus(gate, props)}
      {isForm && hasAsked && renderForm(gate, props, headingId)}
      {door && stage !== 'skipped' && (!isOpen || isOwn) && (
        <CommitmentProvider onCommit={key.hear}>{door}</CommitmentProvider>
      )}
      {door && renderStatus(gate, props)}
      {!isForm && stage === 'asking' && (
        <>
          {!door && <p className="sy-note">{speak('byKey')}</p>}
          {skippable && <div className="sy-actions">{renderSkip(gate)}</div>}
        </>
      )}
      {stage === 'mailed' && after && (
        <after.MailedPart folder="lead-gate" ask={gate} isPending={isPending} />
      )}
      {address !== undefined && renderLink(gate, props, address)}
      {isFailed && (
        <>
          <p className="sy-error" role="alert">
            {speak('failed')}
          </p>
          {renderButton(speak('retry'), stage === 'failed' ? gate.retry : key.retry)}
        </>
      )}
      {stage === 'skipped' && renderButton(speak('reopen'), gate.reopen)}
      {!isShown && nextSlot}
    </div>
  );

  return renderElement<LeadGateState>(
    'div',
    render,
    { stage, isPending },
    {
      className: 'sy-lead-gate',
      'data-stage': stage,
      'data-pending': isPending || undefined,
      ref: root,
      children: (
        <>
          {(!isInCard || !isCard) && renderTaste(props, isOpen)}
          {card}
          {isShown && (
            <section
              className="sy-lead-gate-content"
              aria-label={speak('content', { get })}
              tabIndex={isOwn ? -1 : undefined}
              data-start=""
            >
              {content}
            </section>
          )}
          {isShown && nextSlot && (
            <div className="sy-lead-gate-next" data-sy-ask="" data-sy-appearance="plain">
              {nextSlot}
            </div>
          )}
        </>
      ),
    },
    restOf(props),
  );
}
