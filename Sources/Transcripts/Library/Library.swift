public import Interviews

/// What a visitor's transcripts are found in.
public protocol LibraryReading: Sendable {
    /// Transcripts with an answer in them, those that a filter lets through, a page of them.
    func list(_ query: TranscriptQuery, of visitor: String) throws(StoreError) -> TranscriptList

    /// Answers that were given, by their words and by what was said of them, the latest first.
    func search(_ query: TranscriptQuery, of visitor: String) throws(StoreError) -> PassageList

    /// The topics that a visitor has practised and the banks they came from: what can be filtered by.
    func facets(of visitor: String) throws(StoreError) -> LibraryFacets

    /// How a topic went from interview to interview; `nil` where the visitor has not practised it.
    func trend(of topic: String, of visitor: String) throws(StoreError) -> TopicTrend?
}

/// What a visitor's transcripts are found by: made from the log, and made again from it where it is lost. It lags behind
/// the log; a transcript itself is always read from the log. Who reads it as it is now reads a ``FollowedLibrary``.
public protocol Library: LibraryReading {
    /// How far the interviews have been taken in: interviews after a name, in the order of names, at most `limit`.
    func cursors(after interview: InterviewID?, limit: Int) throws(StoreError) -> [InterviewID: Int]

    /// Takes in what interviews say now, in place of what they said before.
    ///
    /// - Returns: Those that were left out, because they are another visitor's since they were read.
    @discardableResult
    func keep(_ shelved: [Shelved]) throws(StoreError) -> [InterviewID]

    /// Lets interviews be taken in again, as if nothing of them were here.
    func outdate(_ interviews: [InterviewID]) throws(StoreError)

    /// Calls a visitor by another name, where nobody has it; else the transcripts come when they are taken in again.
    func rename(_ visitor: String, to name: String) throws(StoreError)

    /// Takes interviews out so that no file holds a word of them any more.
    func remove(_ interviews: [InterviewID]) throws(StoreError)

    /// Lets nobody's transcripts be this visitor's any more.
    func forget(_ visitor: String) throws(StoreError)

    func close()
}
