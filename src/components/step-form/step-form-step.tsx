'use client';
import { createElement, type FunctionComponent, type JSX, memo, useMemo } from 'react';
import { type FieldComponents, FormFields } from '../../fields/form-field.tsx';
import { useFormSpeaker } from '../../fields/form-speaker.ts';
import type { FieldSpec } from '../../form/index.ts';
import { recall, type StepPage } from './step-form-pages.ts';

/** Props of {@link StepFormStep}. Only what changes for a page may change here: the others are not rendered then. */
export interface StepFormStepProps {
  readonly page: StepPage;
  readonly isCurrent: boolean;
  /** Its answers are not part of what is sent. */
  readonly isOut: boolean;
  /** Id of the heading. */
  readonly id: string;
  readonly level: number;
  /** Earlier answers that its texts name; undefined when they name none. */
  readonly texts: Readonly<Record<string, string>> | undefined;
  readonly components: FieldComponents | undefined;
}

const none: Readonly<Record<string, string>> = {};

/** One page of the form: in the HTML of all, on the screen when it is its turn. */
export const StepFormStep: FunctionComponent<StepFormStepProps> = memo(function StepFormStep(
  props: StepFormStepProps,
): JSX.Element {
  const { page, isCurrent, isOut, id, level, texts = none, components } = props;
  const { specs, isSolo, topic, description } = page;
  const speak = useFormSpeaker();
  const heading = recall(page.heading, texts);
  const said = useMemo(() => specs.map((spec) => withAnswers(spec, texts)), [specs, texts]);
  const [only] = said;
  // The same element for the same questions: a step that becomes the current one, or falls out, renders none of its fields.
  const fields = useMemo(() => <FormFields fields={said} components={components} />, [said, components]);
  return (
    <fieldset
      className="sy-step-form-step"
      disabled={isOut}
      // Its one field has the same name: it need not be said twice.
      role={isSolo ? 'presentation' : undefined}
      aria-labelledby={isSolo ? undefined : id}
      data-current={isCurrent ? '' : undefined}
      data-solo={isSolo ? '' : undefined}
    >
      {topic && <p className="sy-note">{recall(topic, texts)}</p>}
      {createElement(
        `h${level}`,
        { id, className: 'sy-question sy-step-form-heading', tabIndex: -1 },
        isSolo && !only?.required ? speak('optional', { label: heading ?? '' }) : heading,
      )}
      {description && <p className="sy-description">{recall(description, texts)}</p>}
      {fields}
    </fieldset>
  );
});

function withAnswers(spec: FieldSpec, texts: Readonly<Record<string, string>>): FieldSpec {
  const label = recall(spec.label, texts);
  const description = recall(spec.description, texts);
  return label === spec.label && description === spec.description
    ? spec
    : ({ ...spec, label, description } as FieldSpec);
}

/** Whether a page names earlier answers. */
export function namesAnswers({ heading, topic, description, specs }: StepPage): boolean {
  return [heading, topic, description, ...specs.flatMap((spec) => [spec.label, spec.description])].some(
    (text) => text?.includes('{'),
  );
}
