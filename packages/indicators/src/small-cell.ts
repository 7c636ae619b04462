/** A count as it may be published per complex or neighbourhood: below the threshold only "<5", so that nobody is recognised. */
export function publishable(count: number, threshold: number): string {
  return count > 0 && count < threshold ? `<${threshold}` : String(count);
}
