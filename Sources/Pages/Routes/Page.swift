/// What a page answers.
public struct Page: Hashable, Sendable {
    public var status: Int
    public var body: String
    /// The language that was chosen in the address, for a cookie.
    public var chosenLanguage: String?
    /// Where the page is instead.
    public var location: String?
    /// A file to be saved, which ``body`` is, instead of a page.
    public var file: File?

    public struct File: Hashable, Sendable {
        /// Letters, digits, hyphens and a dot.
        public var name: String
        public var mediaType: String
    }
}
