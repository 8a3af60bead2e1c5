import { z } from 'zod'

/**
 * A file that has `ballots`, as a sealed result has, or the form that the recount format gives for the method. Decided
 * by the member, so that a fault is reported of the form that the file has.
 */
export const eitherInput = <Sealed extends z.ZodType, File extends z.ZodType>(sealed: Sealed, file: File) =>
  z.looseObject({}).transform((given, context): z.output<Sealed> | z.output<File> => {
    const parsed = ('ballots' in given ? sealed : file).safeParse(given)
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })
