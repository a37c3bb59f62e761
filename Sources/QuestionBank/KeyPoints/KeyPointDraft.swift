public import Marking

/// Drafts key points from an answer: good enough to practise on at once, easy to correct by hand.
public enum KeyPointDraft {
    /// More than this many points are no check list any more.
    static let maxPoints = 12

    /// The key points of an answer in Markdown. What the author listed as key points wins over all that is derived.
    public static func points(
        of answer: String, question: String, options: String = "", authored: [String] = []
    ) -> [KeyPoint] {
        let listed = finish(authored.prefix(maxPoints).map(authoredPoint), question: "")
        if !listed.isEmpty { return listed }
        let outline = Outline(answer)
        if let right = MultipleChoice.points(answer, options: options, outline) {
            return finish(right, question: question)
        }
        var drafts = ListPoints.points(outline)
        if drafts.count < 2 { drafts = ListPoints.others(outline, known: drafts) }
        if drafts.isEmpty || (drafts.count == 1 && outline.prose.count > 1) {
            drafts += SentencePoints.points(outline.prose, question: question)
        } else if outline.lists.isEmpty == false {
            drafts += SentencePoints.besides(drafts, outline.closing)
        }
        return finish(Array(drafts.prefix(maxPoints)), question: question)
    }

    private static func authoredPoint(_ text: String) -> Draft {
        let (head, gist) = HeadText.split(text)
        // A whole sentence is its own head, unless it names what it is about.
        if gist == Inline.plain(text.bytes), text.bytes.wordCount <= 12 { return Draft(head: text, gist: "") }
        return Draft(head: head, gist: gist)
    }

    private static func finish(_ drafts: [Draft], question: String) -> [KeyPoint] {
        var points: [KeyPoint] = []
        var keys: Set<String> = []
        var ids = PointIDs()
        for draft in drafts {
            let head = HeadText.tidy(draft.head)
            guard !head.isEmpty, keys.insert(Fold.key(head)).inserted else { continue }
            points.append(KeyPoint(id: ids.next(for: head), head: head, gist: HeadText.gist(draft.gist)))
        }
        return points
    }
}

/// A key point in the making.
struct Draft {
    var head: String
    var gist: String
}

/// Ids of one question's key points: the head's slug, numbered where two heads share one.
struct PointIDs {
    private var taken: Set<String> = []

    mutating func next(for head: String) -> String {
        let slug = Slug.make(head)
        var id = slug
        var count = 2
        while !taken.insert(id).inserted {
            id = "\(slug)-\(count)"
            count += 1
        }
        return id
    }
}
