import { describe, expect, it, vi } from 'vitest';
import { allOf, createSource, type SetWord } from '../../src/consent/source.ts';

/** A source whose tool a test plays. */
function play(begin: (set: SetWord) => void = () => {}) {
  const sets: SetWord[] = [];
  const stop = vi.fn();
  const source = createSource('test', (set) => {
    sets.push(set);
    begin(set);
    return stop;
  });
  return { source, sets, stop };
}

describe('createSource', () => {
  it('begins with the first who listens, and stops after the last', () => {
    const { source, sets, stop } = play();
    expect(sets).toHaveLength(0);
    const one = source.subscribe(() => {});
    const two = source.subscribe(() => {});
    expect(sets).toHaveLength(1);
    one();
    one();
    expect(stop).not.toHaveBeenCalled();
    two();
    expect(stop).toHaveBeenCalledOnce();
  });

  it('hears no word of a tool that goes on after the end, also while others listen anew', () => {
    const { source, sets } = play();
    source.subscribe(() => {})();
    sets[0]?.(allOf('granted'));
    expect(source.read()).toEqual(allOf('unknown'));
    const changed = vi.fn();
    source.subscribe(changed);
    sets[0]?.(allOf('granted'));
    expect(source.read()).toEqual(allOf('unknown'));
    expect(changed).not.toHaveBeenCalled();
    sets[1]?.(allOf('denied'));
    expect(source.read()).toEqual(allOf('denied'));
    expect(changed).toHaveBeenCalledOnce();
  });

  it('knows nothing any more when nobody listens: what was a yes may be a no by then', () => {
    const { source, sets } = play();
    const stop = source.subscribe(() => {});
    sets[0]?.(allOf('granted'));
    stop();
    expect(source.read()).toEqual(allOf('unknown'));
  });

  it('stops a tool that answers at once when that is all that was waited for', () => {
    const { source, stop } = play((set) => set(allOf('granted')));
    let leave = () => {};
    let isOver = false;
    leave = source.subscribe(() => {
      // The first answer comes before there is a way to leave.
      if (!isOver) queueMicrotask(() => leave());
      isOver = true;
    });
    leave();
    expect(stop).toHaveBeenCalledOnce();
    expect(source.read()).toEqual(allOf('unknown'));
  });

  it('reports what beginning or stopping throws, as SY-1052, and goes on', () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const source = createSource('test', (set) => {
      set(allOf('granted'));
      throw new Error('broken');
    });
    const stop = source.subscribe(() => {});
    expect(source.read()).toEqual(allOf('granted'));
    stop();
    const other = createSource('other', () => () => {
      throw new Error('stuck');
    });
    other.subscribe(() => {})();
    expect(report.mock.calls.map(([error]) => String(error).slice(0, 70))).toEqual([
      'Error: [smallyes] SY-1052 A consent source of test failed: Error: brok',
      'Error: [smallyes] SY-1052 A consent source of other failed: Error: stu',
    ]);
  });
});
