/// Reads a document as somebody wrote it, in whatever shape: finds how it marks its questions, then takes it apart.
struct FoundReader {
    static let maxQuestions = 50_000

    let page: Page
    let pattern: Pattern
    private let markers: [AnswerMarker]
    private let topics: TopicFinder
    /// The answers at the document's end, with the document.
    private let key: (answers: AnswerKey, page: Page)?

    /// `nil` where the document holds nothing that looks like a question.
    init?(_ whole: Page, name: String) {
        let answers = AnswerKey(whole)
        let page = answers?.questions(whole) ?? whole
        key = answers.map { ($0, whole) }
        let details = DetailsBlock.scan(page)
        let candidates = CandidateFinder.scan(page, details)
        let markers = AnswerMarker.scan(page, details)
        let found = PatternFinder.find(page, candidates, markers)
        let card = CardFile(name)?.pattern(page, candidates, found) ?? CardFile.alone(page, candidates, found)
        guard let pattern = card ?? found else { return nil }
        self.page = page
        self.pattern = pattern
        self.markers = markers
        topics = TopicFinder(page, pattern, candidates)
    }

    func questions() -> [FoundQuestion] {
        let titles = topics.assigned()
        let boundaries = (Array(topics.topics.keys) + Array(topics.ends)).sorted()
        let isExercise = SectionReader.areExercises(pattern.questions, page)
        var found: [FoundQuestion] = []
        var marker = 0
        var boundary = 0
        for (index, candidate) in pattern.questions.enumerated() {
            var end =
                index + 1 < pattern.questions.count ? pattern.questions[index + 1].line : page.lines.count
            while boundary < boundaries.count, boundaries[boundary] < candidate.next { boundary += 1 }
            if boundary < boundaries.count { end = min(end, boundaries[boundary]) }
            if let block = candidate.blockEnd { end = min(end, block) }
            while marker < markers.count, markers[marker].line < candidate.line { marker += 1 }
            guard !candidate.isStruck else { continue }
            var reader = SectionReader(page: page, candidate: candidate, end: end, isExercise: isExercise)
            reader.isExplicit = pattern.hasAnswerMarkers
            var own = marker
            while own < markers.count, markers[own].line < end {
                if reader.accepts(markers[own]) { break }
                own += 1
            }
            let answer = own < markers.count && markers[own].line < end ? markers[own] : nil
            guard var question = reader.read(answer) else { continue }
            question.topic = titles[index]
            found.append(question)
        }
        found = Arrangement.tidy(found, pattern, page)
        guard let key else { return found }
        return key.answers.answer(found, key.page)
    }
}
