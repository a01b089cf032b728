// One line per check, and a table at the end.

/** By app: how many checks held, and by column when its first check began and its last one ended. */
const tallies = new Map();

/**
 * Runs a check of an app, says how it went, with the `remark` in its result, and goes on. Gives that result, undefined
 * when it failed. `column` names the column of the table that its time counts in.
 */
export async function check(app, name, run, column = 'visits') {
  const began = performance.now();
  if (!tallies.has(app)) tallies.set(app, { passed: 0, failed: 0, spans: {} });
  const tally = tallies.get(app);
  const span = (tally.spans[column] ??= { began });
  const say = (word, detail = '') => {
    span.ended = performance.now();
    const seconds = (span.ended - began) / 1000;
    console.log(`${word} ${seconds.toFixed(1).padStart(6)} s  ${app}: ${name}${detail}`);
  };
  try {
    const result = await run();
    tally.passed += 1;
    say('ok    ', result?.remark ? `: ${result.remark}` : '');
    return result ?? true;
  } catch (error) {
    tally.failed += 1;
    say('FAILED', `\n${String(error.stack ?? error).replace(/^/gm, '         ')}`);
    return undefined;
  }
}

/** Says the sums; the process ends in failure when anything failed, or an app was never visited. */
export function conclude(apps) {
  const row = (cells) => console.log(cells.map((cell, index) => cell.padEnd(index ? 11 : 16)).join(''));
  console.log('');
  row(['app', 'install s', 'build s', 'types s', 'visits s', 'checks passed']);
  for (const [app, { passed, failed, spans }] of tallies) {
    const times = ['install', 'build', 'types', 'visits'].map((column) => {
      const { began, ended } = spans[column] ?? {};
      return ended ? ((ended - began) / 1000).toFixed(1) : '';
    });
    row([app, ...times, `${passed} of ${passed + failed}${failed ? '  FAILED' : ''}`]);
  }
  const isWhole = apps.every((app) => tallies.get(app)?.spans.visits);
  const failed = [...tallies.values()].some((tally) => tally.failed > 0);
  if (failed || !isWhole) process.exitCode = 1;
}
