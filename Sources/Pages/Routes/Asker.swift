/// Who asks for a page, in which language.
public struct Asker: Hashable, Sendable {
    /// Whose the browser is.
    public var visitor: String?
    /// Digest of the browser's secret.
    public var browser: String?
    /// As it was chosen before.
    public var language: String?
    /// The header `Accept-Language`.
    public var acceptedLanguages: String?

    public init(
        visitor: String?, browser: String? = nil, language: String?, acceptedLanguages: String?
    ) {
        self.browser = browser ?? visitor
        (self.visitor, self.language, self.acceptedLanguages) = (visitor, language, acceptedLanguages)
    }
}
