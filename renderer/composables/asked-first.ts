import { AppError, type Reason } from '../../shared/errors.ts'
import { useConfirm } from '../ui/confirm.ts'

type Question = Readonly<{ title: string; text: (count: number) => string; action: string }>

/** Does what is refused for one reason only after that was said, and agreed to; null where it is not. */
export function useAskedFirst() {
  const confirm = useConfirm()

  return async function askedFirst<Done>(
    work: (anyway: boolean) => Promise<Done>,
    reason: Reason,
    question: Question,
  ): Promise<Done | null> {
    try {
      return await work(false)
    } catch (error) {
      if (!(error instanceof AppError) || error.failure.reason !== reason) throw error
      const { title, text, action } = question
      const agreed = await confirm.ask({ title, text: text(Number(error.failure.params?.count)), action })
      return agreed ? work(true) : null
    }
  }
}
