let slowest = 0;

const note = (entries: PerformanceEntryList) => {
  for (const { duration } of entries) slowest = Math.max(slowest, duration);
};
// 16 ms is the least that a browser tells of.
const observer = new PerformanceObserver((list) => note(list.getEntries()));
observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);

/** Milliseconds from the visitor's act to the next picture, of the slowest since the last call; 0 when all were below 16. */
export function takeSlowest(): number {
  note(observer.takeRecords());
  const found = slowest;
  slowest = 0;
  return found;
}
