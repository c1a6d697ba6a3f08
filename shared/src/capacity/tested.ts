/**
 * How many scans at once the load bench has shown one tenant's hub to bear; alerts and charts refer to it. It is a figure that was
 * seen, so it changes when `npm run bench:load` has been run, and by nothing else.
 */
export const TESTED_CAPACITY = { concurrentScans: 200, measuredOn: "2 cores, workerd, loopback" } as const;

/** A job that could run and waits for longer than this raises an alert. */
export const TARGET_WAIT_MS = 300_000;
