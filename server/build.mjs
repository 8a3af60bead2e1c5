// What `npm run build` runs: installs what is missing and builds what is stale.
import process from 'node:process'
import { prepare, say } from './prepare.mjs'

try {
  await prepare()
} catch (error) {
  say(error.message)
  process.exit(1)
}
