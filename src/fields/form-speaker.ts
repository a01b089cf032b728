'use client';
import { type Context, createContext, useContext } from 'react';
import { type FormLabels, formLabels, shownLabels } from '../form/form-labels.ts';
import type { FormSpeaker } from '../form/validate-form.ts';
import type { OwnLabels } from '../provider/labels.ts';
import { useLabels } from '../provider/use-labels.ts';

// In production the words of problems come with the checks, and `sayProblem` finds them there.
const defaults = process.env.NODE_ENV === 'production' ? (shownLabels as FormLabels) : formLabels;

/** The speaker of the form around a field. */
export const SpeakerContext: Context<FormSpeaker | null> = createContext<FormSpeaker | null>(null);

/** Says the texts of a form: its own first, then the provider's catalogue, then the English ones. */
export function useFormSpeaker(own?: OwnLabels<FormLabels>): FormSpeaker {
  const around = useContext(SpeakerContext);
  const speaker = useLabels('form', defaults, own);
  return own ? speaker : (around ?? speaker);
}
