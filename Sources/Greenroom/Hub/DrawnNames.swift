import Interviews

extension InterviewID {
    private static let letters = 24
    /// Five bits each: milliseconds until the year 3084.
    private static let lettersOfTime = 9

    /// A name that nobody has: when it was drawn, and 75 random bits.
    ///
    /// The time stands in front because the log's indexes are in the order of names. Interviews of the same hour lie
    /// beside each other in them, so that a transaction changes fewer pages, however long the log is.
    static func make(from source: some SecretSource, at moment: Timestamp) -> InterviewID {
        let time = (1...lettersOfTime).map { place in
            UInt8(truncatingIfNeeded: moment.milliseconds >> (5 * (lettersOfTime - place)))
        }
        let random = source.bytes(letters - lettersOfTime)
        guard let id = InterviewID(Base32.letters(drawn: time + random)) else {
            preconditionFailure("\(letters) letters and digits are a name")
        }
        return id
    }
}

extension Settings {
    /// A short word for a seed, to be shared by people: 40 random bits.
    static func makeSeed(from source: some SecretSource) -> String {
        Base32.letters(drawn: source.bytes(8))
    }
}
