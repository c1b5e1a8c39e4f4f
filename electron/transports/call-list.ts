import { z } from 'zod'
import type { Call } from '../../shared/call.ts'
import { contract } from '../../shared/contract.ts'

/** Every call there is, for programs and their writers. What JSON Schema cannot say is left open. */
export const describeCalls = () =>
  Object.entries<Call>(contract).map(([name, { kind, permission, input, output }]) => ({
    name,
    kind,
    permission,
    input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }),
  }))
