extension Case {
    /// Answers that a person reads otherwise than the matcher; they are listed in the README.
    ///
    /// Words are taken sentence by sentence without their grammar: who does what to whom is not seen.
    static let knownLimits: Set<String> = [
        "Bias increases and variance decreases.",
        "Higher bias, lower variance.",
        "More bias and less variance.",
        // Everyday words for a technical one that no dictionary lists among its first senses.
        "The bias falls and the variance rises.",
    ]
}
