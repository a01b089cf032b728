// The one thing of a bundler that the sources rely on: `process.env.NODE_ENV` is replaced at build time.
// Written so that it merges with @types/node where both are present. Never published.
declare namespace NodeJS {
  interface ProcessEnv {
    readonly NODE_ENV?: string;
  }
  interface Process {
    env: ProcessEnv;
  }
}
declare var process: NodeJS.Process;
