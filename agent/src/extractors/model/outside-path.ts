/** An absolute path of any system, an address, or a path with a step upwards. */
const OUTSIDE = /^(?:[/\\]|[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]+:\/\/)|(?:^|[/\\])\.\.(?:[/\\]|$)/;

/** Whether a path that a model names leads out of the model's own folder. */
export const leadsOutside = (path: string): boolean => OUTSIDE.test(path);
