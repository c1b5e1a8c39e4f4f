import { build } from '../../electron/launch/build-when-needed.ts'

/** The tests run what people run. */
export default function setup() {
  build()
}
