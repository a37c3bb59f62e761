/// The words by which ``HeadCore`` cuts: what opens a clause or a phrase, and what cannot stand at an end.
extension HeadCore {
    static let subordinators: Set<String> = [
        "when", "if", "while", "because", "since", "although", "though", "once", "after", "before",
        "unless", "whenever", "as", "whereas", "where", "until",
    ]

    static let leading: Set<String> = [
        "in", "for", "by", "at", "on", "with", "to", "from", "regarding", "without", "instead",
        "unlike", "like", "during", "under", "over", "despite", "given", "using", "due", "apart",
        "besides", "depending", "compared", "similarly", "mathematically", "specially", "historically",
        "conceptually", "internally", "technically",
    ]

    static let openings = phrases([
        "however", "therefore", "thus", "hence", "moreover", "furthermore", "additionally", "also",
        "besides", "instead", "in addition", "for example", "for instance", "on the other hand",
        "on the contrary", "in contrast", "in general", "generally", "usually", "typically",
        "basically", "essentially", "simply put", "in short", "in other words", "in summary",
        "in this case", "in that case", "in practice", "in fact", "as a result", "as such", "note that",
        "note", "remember that", "keep in mind that", "this means that", "this means", "that means",
        "it means that", "this is because", "that is because", "the reason is that", "there is",
        "there are", "there can be", "it is", "it's", "they are", "this is", "these are", "that is",
        "we can", "you can", "one can", "we could", "you could", "you should", "we should",
        "you need to", "we need to", "it can", "they can", "first of all", "first", "firstly", "second",
        "secondly", "third", "thirdly", "finally", "lastly", "then", "next", "and", "but", "or", "so",
        "when it comes to", "the term", "the idea is to", "the idea is that", "the goal is to",
        "refers to", "used to", "used for", "is used to", "are used to", "is used for", "because",
        "which", "be used to", "can be used to", "is that", "be", "by the way", "in order to",
        "so that", "same", "a way to", "a process of", "the process of", "a technique to",
        "a technique for", "a method of", "a method for", "a type of", "a kind of", "a set of",
        "one of the", "a technique that", "a method that", "a process that", "a concept that",
        "a way of", "a technique where", "a method where", "a process where", "when", "defined as",
        "nothing but", "informally", "formally", "whereas", "while", "to", "referred to as", "known as",
        "called", "considered", "to be", "where",
    ])

    static let articles: Set<String> = [
        "a", "an", "the", "this", "these", "that", "those", "its", "their",
    ]

    static let pronouns: Set<String> = [
        "it", "they", "this", "these", "that", "those", "we", "you", "he", "she", "i", "one", "which",
        "both",
    ]

    static let modal: Set<String> = [
        "can", "could", "will", "would", "should", "may", "might", "must", "also", "just", "need", "to",
        "have", "has",
    ]

    static let linking: Set<String> = ["is", "are", "was", "were", "means", "refers"]

    /// Before these a clause ends.
    static let clauseOpeners: Set<String> = [
        "which", "that", "because", "while", "when", "where", "whereas", "although", "though", "if",
        "since", "so", "but", "who", "unless", "until", "then",
    ]

    /// Before these a phrase may end.
    static let phraseOpeners: Set<String> = [
        "due", "such", "by", "via", "using", "without", "through", "during", "for", "with", "in", "on",
        "at", "into", "from", "to", "as", "between", "across", "within", "based", "like", "and", "or",
    ]

    /// Behind these it does not end: they want what follows.
    static let takesMore: Set<String> = idle.union([
        "due", "such", "able", "need", "needs", "want", "wants", "allow", "allows", "help", "helps",
        "try", "tries", "going", "according", "based", "depends", "depend", "refers", "rely", "relies",
        "consists", "made", "leads", "lead", "likely", "comes", "come", "expected", "dependent", "easy",
        "hard", "ready", "way", "ways", "applied", "compared", "known", "referred", "defined", "prior",
        "similar", "related", "close", "equal", "interested", "responsible", "given",
    ])

    static let relative: Set<String> = ["that", "which", "who"]

    /// What begins like this between two commas can be left out.
    static let asides: Set<String> = [
        "on", "however", "therefore", "thus", "of", "for", "in", "with", "like", "unlike", "such",
        "also", "then", "which", "who", "by", "e.g", "i.e", "as", "when", "if", "specifically",
        "especially", "typically", "usually", "often", "again", "too", "respectively", "hence",
    ]

    /// Of these what follows says what something is.
    static let defining: Set<String> = [
        "defined", "called", "considered", "named", "termed", "need", "speed",
    ]

    static let hanging: Set<String> = idle.union([
        "particular", "certain", "specific", "various", "different", "several", "many", "own", "new",
        "actual", "following", "main", "given", "its", "current", "whole", "entire", "every", "both",
        "all", "another", "possible", "either", "due", "always", "often", "usually", "still", "now",
        "rather", "much", "too", "really", "finally", "two", "three", "called",
    ]).subtracting(["not", "no", "never", "without", "only"])

    static let idle: Set<String> = [
        "a", "an", "the", "of", "to", "in", "for", "on", "with", "by", "as", "at", "from", "and", "or",
        "is", "are", "was", "were", "be", "been", "being", "do", "does", "did", "can", "could", "would",
        "should", "will", "may", "might", "must", "has", "have", "had", "you", "your", "we", "our",
        "it", "its", "they", "their", "them", "this", "that", "these", "those", "i", "me", "what",
        "what's", "how", "why", "when", "which", "who", "where", "there", "explain", "describe",
        "define", "give", "tell", "some", "any", "between", "into", "than", "then", "so", "if", "but",
        "also", "such", "difference", "differences", "using", "use", "used", "via", "about", "each",
        "other", "more", "most", "very", "not", "no", "only", "without", "never", "one", "same", "up",
        "out", "over", "just", "like", "because", "while",
    ]

    static func phrases(_ list: [String]) -> [[String]] {
        list.map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }
    }
}
