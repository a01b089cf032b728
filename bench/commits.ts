// Imported before React, which looks for this hook once, while it loads, in production builds too.
/** Counts what React commits. */
export const commits = { count: 0 };

Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: () => commits.count++,
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
  },
});
