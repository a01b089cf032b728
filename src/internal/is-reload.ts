/** Whether the visitor has loaded this page anew, and has not come to it from elsewhere. */
export function isReload(): boolean {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return load?.type === 'reload';
}
