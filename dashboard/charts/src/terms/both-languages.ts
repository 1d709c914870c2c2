interface Texts {
  readonly [key: string]: string | Texts;
}

/** The keys of `T` with other texts. */
type Translated<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Translated<T[Key]> };

/** Texts in both languages. The Chinese ones give the keys: one that English lacks, or has in addition, does not compile. */
export function bothLanguages<T extends Texts>(texts: {
  readonly 'zh-CN': T;
  readonly en: Translated<NoInfer<T>>;
}): typeof texts {
  return texts;
}
