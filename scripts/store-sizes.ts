/** Sizes in px that Chrome's store takes; Firefox's takes screenshots of any size. */
export const STORE_SIZES = {
  screenshot: { width: 1280, height: 800 },
  tile: { width: 440, height: 280 },
  marquee: { width: 1400, height: 560 },
} as const
