/** The browser's API for what is bundled into a test's own page. */
const scope = globalThis as { browser?: unknown; chrome?: unknown }
export const browser = scope.browser ?? scope.chrome
