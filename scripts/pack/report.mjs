// One line per check, and the sum at the end.

let passed = 0;
let failed = 0;

/** Runs a check, says how it went, with the `remark` in its result, and goes on. Gives that result, undefined when it failed. */
export async function check(name, run) {
  const began = performance.now();
  const say = (word, detail = '') => {
    const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
    console.log(`${word} ${seconds} s  ${name}${detail}`);
  };
  try {
    const result = await run();
    passed += 1;
    say('ok    ', result?.remark ? `: ${result.remark}` : '');
    return result ?? true;
  } catch (error) {
    failed += 1;
    say('FAILED');
    console.log(String(error.stack ?? error).replace(/^/gm, '         '));
    return undefined;
  }
}

/** Says the sum; the process ends in failure when anything failed. */
export function conclude() {
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}
