import { defineConfig } from 'wxt'

/** Firefox's permanent name for this extension; storage and updates hang on it. */
const GECKO_ID = 'source-context@source-context.example'

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
})
