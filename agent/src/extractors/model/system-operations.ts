import type { ObservationPart } from "../part.ts";

/** Operations of TensorFlow's that reach outside the graph, and what they do. */
export const SYSTEM_OPERATIONS: Readonly<Record<string, string>> = {
  ReadFile: "reads any file",
  WriteFile: "writes any file",
  MatchingFiles: "lists files",
  PyFunc: "calls Python",
  PyFuncStateless: "calls Python",
  EagerPyFunc: "calls Python",
};

/** Null for an operation that stays within the graph. `where`: as in `operation ReadFile in the graph`. */
export function systemOperation(
  name: string,
  where: string,
  count: number,
  offset?: number,
): ObservationPart | null {
  const does = SYSTEM_OPERATIONS[name];
  if (does === undefined) return null;
  return {
    t: "observation",
    type: "MODEL_SYSTEM_OPERATION",
    confidence: 0.9,
    reasons: [`operation ${name} ${where}`, does],
    subject: name,
    value: name,
    count,
    ...(offset === undefined ? {} : { place: { offset } }),
  };
}
