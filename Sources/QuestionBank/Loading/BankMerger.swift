import Marking

/// Puts the questions of several documents together: equal topics merge, questions asked twice become one, every id is
/// unique.
public struct BankMerger {
    private var topics: [Topic] = []
    private var topicIndex: [String: Int] = [:]
    private var questions: [Question] = []
    /// Where a question with a text of this hash stands in `questions`: hashes, for the texts are in memory already.
    private var byKey: [Int: Int] = [:]
    private var ids: [String: SourceLocation] = [:]
    private var glossary = Glossary()
    private var sections: [GuideReader.Section] = []
    private var reports: [FileReport] = []
    private var problems: [Problem] = []

    public init() {}

    public mutating func add(_ document: DocumentReading) {
        var report = document.report
        for topic in document.topics where topicIndex[topic.id] == nil {
            topicIndex[topic.id] = topics.count
            topics.append(topic)
        }
        for question in document.questions where !add(question) { report.duplicates += 1 }
        glossary += document.entries
        sections += document.guide
        reports.append(report)
        problems += document.problems
    }

    /// `false` if the question was there before.
    private mutating func add(_ question: Question) -> Bool {
        var question = question
        let key = Self.key(of: question)
        if let index = byKey[key.hashValue], Self.key(of: questions[index]) == key {
            if question.hasAuthoredPoints && questions[index].hasAuthoredPoints {
                duplicate(question, of: questions[index].source)
            } else {
                questions[index].merge(question)
            }
            return false
        }
        if let before = ids[question.id] {
            if question.hasAuthoredPoints {
                duplicate(question, of: before)
                return true
            }
            // Two texts with one slug: the digest of the text tells them apart for good.
            question.id += "-" + Slug.digest(key)
            if ids[question.id] != nil { return false }
        }
        ids[question.id] = question.source
        byKey[key.hashValue] = questions.count
        questions.append(question)
        return true
    }

    private static func key(of question: Question) -> String {
        Fold.key(Inline.prompt(question.prompt.bytes))
    }

    /// Puts names that only lead to a term with that term; returns those that lead nowhere.
    private mutating func followLinks() -> [Problem] {
        guard !glossary.links.isEmpty else { return [] }
        var problems: [Problem] = []
        var owners: [String: Int] = [:]
        for (index, term) in glossary.terms.enumerated() {
            for name in [term.name] + term.alternatives { owners[Fold.key(name)] = index }
        }
        for link in glossary.links {
            if let index = owners[Fold.key(link.target)] {
                glossary.terms[index].alternatives.append(link.name)
            } else {
                problems.append(
                    Problem(
                        severity: .error, location: link.place,
                        what:
                            "\"\(link.name)\" leads to \"\(link.target)\", which the glossary does not have",
                        remedy: "add that term, or correct the link", rule: .glossary))
            }
        }
        return problems
    }

    private mutating func reportNearDuplicates() {
        for (later, earlier) in NearDuplicates.find(questions.map(\.prompt)) {
            let place = questions[later].source
            problems.append(
                Problem(
                    severity: .note, location: place,
                    what: "asks nearly the same as the question at \(questions[earlier].source)",
                    remedy: "keep one, or ask for what is different", rule: .nearDuplicate))
            if let index = reports.firstIndex(where: { $0.file == place.file }) {
                reports[index].nearDuplicates += 1
            }
        }
    }

    private mutating func duplicate(_ question: Question, of before: SourceLocation) {
        problems.append(
            Problem(
                severity: .error, location: question.source,
                what: "the id \"\(question.id)\" is used at \(before) too",
                remedy: "give one of them another Id or reword the question", rule: .duplicateID))
    }

    public consuming func finish() -> LoadedBank {
        reportNearDuplicates()
        let broken = followLinks()
        let used = Set(questions.map(\.topic))
        let order = Dictionary(uniqueKeysWithValues: topics.enumerated().map { ($1.id, $0) })
        let sorted = questions.indices.sorted { left, right in
            let (a, b) = (order[questions[left].topic] ?? 0, order[questions[right].topic] ?? 0)
            return a != b ? a < b : left < right
        }
        let index = TermIndex(glossary.terms)
        var bank = Bank(
            topics: topics.filter { used.contains($0.id) },
            questions: sorted.map { index.completing(questions[$0]) }, glossary: glossary.terms, hash: "")
        questions = []
        let (guide, checklists, faults) = Guide.resolve(sections, in: bank.topics)
        bank.guide = guide
        problems += faults
        for index in bank.questions.indices where checklists.contains(bank.questions[index].topic) {
            bank.questions[index].kind = .checklist
        }
        bank.hash = ContentHash.of(bank)
        var loaded = LoadedBank(bank: bank, reports: reports, problems: problems)
        loaded.glossaryProblems = broken + GlossaryCheck.problems(of: glossary)
        return loaded
    }
}

extension Question {
    /// Written in the bank's own format, not found in somebody's document.
    var hasAuthoredPoints: Bool { !keyPoints.isEmpty && !flags.contains(.draftedKeyPoints) }

    /// Takes over what another document says of the same question: the longer whole answer, the tags, the references.
    mutating func merge(_ other: Question) {
        flags.insert(.merged)
        let isBetter =
            !other.flags.contains(.withoutAnswer)
            && (flags.contains(.withoutAnswer) || (!hasAuthoredPoints && other.outranks(self)))
        if isBetter {
            modelAnswer = other.modelAnswer
            keyPoints = other.keyPoints
            groups = other.groups
            samples = other.samples
            flags = other.flags.union([.merged])
        }
        tags += other.tags.filter { !tags.contains($0) }
        references += other.references.filter { !references.contains($0) }
        followUps += other.followUps.filter { !followUps.contains($0) }
        difficulty = difficulty ?? other.difficulty
    }

    private func outranks(_ other: Question) -> Bool {
        if hasAuthoredPoints != other.hasAuthoredPoints { return hasAuthoredPoints }
        let (mine, theirs) = (flags.contains(.truncated), other.flags.contains(.truncated))
        if mine != theirs { return theirs }
        return (modelAnswer?.utf8.count ?? 0) > (other.modelAnswer?.utf8.count ?? 0)
    }
}
