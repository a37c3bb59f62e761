// Why words stand for a key point. The matcher says it in English, and a mark keeps it so for ever.

const rules = [
  [/^said in the words of the key point/, "mit den Worten des Kernpunkts gesagt"],
  [/^said in other words that count/, "mit anderen Worten gesagt, die zählen"],
  [/^goes the same way as (`.*?`)/, "geht in dieselbe Richtung wie $1"],
  [/^(`.*?`) accepted as (`.*?`)/, "$1 gilt als $2"],
  [/^derived from the same word as (`.*?`)/, "vom selben Wort abgeleitet wie $1"],
  [/^said as a synonym of (`.*?`)/, "gleichbedeutend mit $1"],
  [/^much the same sense as (`.*?`)/, "von ähnlicher Bedeutung wie $1"],
  [/^another spelling of (`.*?`)/, "andere Schreibweise von $1"],
  [/^(`.*?`) stands for (`.*?`)/, "$1 steht für $2"],
  [/^the same amount as (`.*?`)/, "dieselbe Menge wie $1"],
  [/^another name of (`.*?`)/, "anderer Name für $1"],
  [/^much the same letters as (`.*?`)/, "fast dieselben Buchstaben wie $1"],
  [/^the opposite of (`.*?`)/, "das Gegenteil von $1"],
  [/, in a sentence that is nearer to (`[^`]*`)$/, ", in einem Satz, der näher ist an $1"],
  [/, negated by (`[^`]*`)(?=$|, in einem Satz)/, ", verneint durch $1"],
];

export function inGerman(rule) {
  return rules.reduce((text, [english, german]) => text.replace(english, german), rule);
}
