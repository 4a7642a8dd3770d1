/**
 * What the runner starts as the action's `post`. It says so by an argument, and not by state that the step saved: a step that
 * was killed at once has saved none, and its `post` must not run the step again.
 */
process.argv.push('post');
await import('./index.js');
export {};
//# sourceMappingURL=start-post.js.map