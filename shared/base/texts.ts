/** Texts that a method, an activity kind or an export format brings along: Korean and English always, others by their folder. */
export type Texts = { ko: string; en: string } & Partial<Record<string, string>>

/** The text in this language, else in Korean, the language of the hall. */
export const textIn = (texts: Texts, language: string): string => texts[language] ?? texts.ko
