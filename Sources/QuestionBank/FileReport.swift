/// What the reader made of one file.
public struct FileReport: Hashable, Sendable, Codable {
    public var file: String
    /// How the file marks its questions, in words: "headings of level 3", "our own format".
    public var pattern: String
    public var questions: Int
    public var withAnswer: Int
    /// Questions without an answer, or with a stand-in for one.
    public var empty: Int
    public var truncated: Int
    /// Questions that stood in the files before.
    public var duplicates: Int
    /// Questions that ask nearly the same as another.
    public var nearDuplicates: Int
    /// Lines that are no content: navigation, tables of contents, comments.
    public var ignoredLines: Int
    /// What a person should know: "a list of questions without answers".
    public var remarks: [String]

    public init(
        file: String, pattern: String, questions: Int = 0, withAnswer: Int = 0, empty: Int = 0,
        truncated: Int = 0,
        duplicates: Int = 0, nearDuplicates: Int = 0, ignoredLines: Int = 0, remarks: [String] = []
    ) {
        self.file = file
        self.pattern = pattern
        self.questions = questions
        self.withAnswer = withAnswer
        self.empty = empty
        self.truncated = truncated
        self.duplicates = duplicates
        self.nearDuplicates = nearDuplicates
        self.ignoredLines = ignoredLines
        self.remarks = remarks
    }
}
