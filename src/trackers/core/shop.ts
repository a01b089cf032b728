import type { ProductData, StepData } from '../../events/index.ts';

/**
 * Where in a checkout a step stands, by its id: `'payment'`, `'shipping'` or `'delivery'`. A first step of another id is where
 * the checkout began; later ones have no common meaning.
 */
export function stageOf({ step, position }: StepData): 'begin' | 'shipping' | 'payment' | undefined {
  if (step === 'payment') return step;
  if (step === 'shipping' || step === 'delivery') return 'shipping';
  return position === 1 ? 'begin' : undefined;
}

/** The standard event that Meta and TikTok share for a step of a checkout; false for steps they have no word for. */
export function pixelStepOf(data: StepData): 'InitiateCheckout' | 'AddPaymentInfo' | false {
  const stage = stageOf(data);
  return stage === 'begin' ? 'InitiateCheckout' : stage === 'payment' && 'AddPaymentInfo';
}

/** Pieces of a product; one unless stated. */
export function piecesOf({ quantity = 1 }: ProductData): number {
  return quantity;
}
