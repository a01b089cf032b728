/** An object that holds itself. */
export const loop = (): Record<string, unknown> => {
  const circle: Record<string, unknown> = { name: 'circle' };
  circle['self'] = circle;
  return circle;
};

/** Objects in objects. */
export const deep = (levels: number): unknown => (levels === 0 ? 1 : { down: deep(levels - 1) });

/** A proxy that throws at every touch. */
export const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

/** A proxy that throws when it is touched in one way. */
export const trap = (name: 'ownKeys' | 'get' | 'has' | 'getPrototypeOf') =>
  new Proxy(
    { a: 1 },
    {
      [name]() {
        throw new Error(`hostile ${name}`);
      },
    },
  );

/** A class with a field and a getter. */
export class Money {
  readonly amount = 3;
  get currency() {
    return 'EUR';
  }
}
