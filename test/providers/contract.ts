import { afterAll, beforeAll, describe } from 'vitest'
import { testAmounts } from './contract/amounts.ts'
import { testFaults } from './contract/faults.ts'
import { testGoingBack } from './contract/going-back.ts'
import { testPaying } from './contract/paying.ts'
import type { Stage } from './contract/stage.ts'
import { testWebhooks } from './contract/webhooks.ts'

/**
 * What every provider must do, whatever it is called. `open` starts the provider with the other
 * side of it; abilities that it has not are left out of the stage, and their tests say so.
 */
export function describeProvider(name: string, open: () => Promise<Stage>): void {
  describe(name, () => {
    let stage: Stage
    beforeAll(async () => {
      stage = await open()
    })
    afterAll(() => stage?.close())

    testPaying(() => stage)
    testAmounts(() => stage)
    testGoingBack(() => stage)
    testWebhooks(() => stage)
    testFaults(() => stage)
  })
}
