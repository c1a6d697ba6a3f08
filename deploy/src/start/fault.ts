/** Something the person at the terminal can put right: one sentence that says what to do, and the exit code. */
export class StartFault extends Error {
  override name = "StartFault";
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, sentence: string) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** 2: used or configured wrongly; 3: could not complete. The same numbers as the command line of the agent. */
export type ExitCode = 2 | 3;
