/** Whether a window can be shown. macOS and Windows always have one; elsewhere X11 or Wayland says so. */
export function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}
