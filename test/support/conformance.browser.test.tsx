import type { ReactNode, Ref } from 'react';
import { page } from 'vitest/browser';
import { renderElement } from '../../src/internal/render-element.tsx';
import type { AskProps } from '../../src/provider/ask.ts';
import { useAsk } from '../../src/provider/use-ask.ts';
import { describeConformance } from './conformance.tsx';

interface WaveProps extends Partial<AskProps<'reactions.react'>> {
  readonly id: string;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLFormElement>;
}

/** The smallest ask that keeps every promise: the suite is tried on it before it judges others. */
function Wave(props: WaveProps) {
  const { id, placement, moment, grade, exchange, worth, onCommit, onEvent, ...rest } = props;
  const ask = useAsk({
    component: 'Wave',
    kinds: { 'reactions.react': 1 },
    props: { id, placement, moment, grade, exchange, worth, onCommit, onEvent },
  });
  return renderElement(
    'form',
    undefined,
    {},
    {
      className: 'sy-wave',
      ref: ask.ref,
      onSubmit(event: Event) {
        event.preventDefault();
        ask.record('committed', { reaction: 'wave' });
      },
      children: <button type="submit">Wave</button>,
    },
    rest,
  );
}

describeConformance('Wave', {
  keepsRoot: true,
  withoutNext: true,
  component: 'wave',
  render: (props) => <Wave id="hello" {...props} />,
  commit: () => page.getByRole('button').click(),
  events: ['reactions.react seen', 'reactions.react started', 'reactions.react committed'],
  vetoes: ['onSubmit'],
});
