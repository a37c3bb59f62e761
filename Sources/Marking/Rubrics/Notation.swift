/// Terms of notation that every rubric knows, beside those of its glossary.
enum Notation {
    static let terms: [Rubric.Term] = [
        Rubric.Term(name: "O(1)", alternatives: ["constant time"]),
        Rubric.Term(name: "O(n)", alternatives: ["linear time", "linear"]),
        Rubric.Term(
            name: "O(log n)",
            alternatives: [
                "log n", "logarithmic time", "logarithmic", "log of the number of elements",
                "log of the number of entries", "log of the number of keys", "log of the size",
            ]),
        Rubric.Term(name: "O(n log n)", alternatives: ["n log n"]),
        Rubric.Term(name: "O(n²)", alternatives: ["quadratic time", "quadratic", "n squared"]),
    ]
}
