extension Double {
    /// To four decimals: more of a share would only pretend to be precise.
    package var rounded4: Double { (self * 10_000).rounded() / 10_000 }
}
