// How a language counts: numbers, shares and plurals by its own rules.

const thin = "\u202f";

export function numbersIn(language) {
  const format = new Intl.NumberFormat(language);
  const rules = new Intl.PluralRules(language);
  const number = (n) => format.format(n);
  /** The form for `n` among {one, other, …}, named by the language's plural categories. */
  const choose = (n, forms) => forms[rules.select(n)] ?? forms.other;
  return {
    number,
    choose,
    plural: (n, forms) => `${number(n)} ${choose(n, forms)}`,
    percent: (share) => `${number(Math.round((share ?? 0) * 100))}${thin}%`,
  };
}
