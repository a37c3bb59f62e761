extension Case {
    /// Answers that a person reads otherwise than the matcher; they are listed in the README.
    ///
    /// Who does what to whom is seen one step deep, from a word to the nearest one.
    static let knownLimits: Set<String> = [
        "More users widen the interval.",
        "Smaller samples give larger intervals.",
        // The clause between commas, and the one who does it named after what is done.
        "It never did, and never will, prevent overfitting.",
        "Noisy pages are not read by anybody.",
        // Of three words two: as often as not they meet by chance.
        "Tokens are masked, then predicted; context comes from both directions.",
    ]
}
