public import Marking

/// Drafts key points from an answer: good enough to practise on at once, easy to correct by hand.
public enum KeyPointDraft {
    /// More than this many points are no check list any more; what is beyond is merged into its neighbours.
    static let maxPoints = 8
    /// What an author listed is left as it is, up to here.
    private static let maxAuthored = 12

    /// The key points of an answer in Markdown. What the author listed as key points wins over all that is derived.
    public static func points(
        of answer: String, question: String, options: String = "", authored: [String] = []
    ) -> [KeyPoint] {
        let core = HeadCore(question: question)
        let listed = finish(authored.prefix(maxAuthored).map { authoredPoint($0, core) }, core)
        if !listed.isEmpty { return listed }
        let outline = Outline(answer)
        if let right = MultipleChoice.points(answer, options: options, outline) {
            return finish(right, core, keepsHeads: true)
        }
        var drafts = ListPoints.points(outline, core)
        if drafts.count < 2 { drafts = ListPoints.others(outline, known: drafts, core) }
        if drafts.count < 2 {
            drafts = SentencePoints.points(outline.prose, core, most: 5 - drafts.count) + drafts
        } else if let opening = SentencePoints.opening(outline.opening, core), drafts.count < maxPoints {
            drafts.insert(opening, at: 0)
        }
        return finish(drafts, core)
    }

    private static func authoredPoint(_ text: String, _ core: HeadCore) -> Draft {
        let (head, gist) = HeadText.split(text)
        if !head.isEmpty, !HeadText.isLabel(head) { return Draft(head: head, gist: gist) }
        // A whole sentence is its own head, unless it is long.
        if text.bytes.wordCount <= 12 { return Draft(head: text, gist: "") }
        return Draft(head: core.of(gist), gist: gist)
    }

    private static func finish(_ drafts: [Draft], _ core: HeadCore, keepsHeads: Bool = false) -> [KeyPoint] {
        var kept: [Draft] = []
        var keys: Set<String> = []
        for draft in drafts {
            var draft = draft
            draft.head = HeadText.tidy(draft.head)
            if !keepsHeads, !draft.isTerm, core.repeats(draft.head), !draft.gist.isEmpty {
                var rest = Inline.plain(draft.gist.bytes)
                if rest.hasPrefix(draft.head + ": ") { rest.removeFirst(draft.head.count + 2) }
                if rest.hasPrefix("-> ") { rest.removeFirst(3) }
                let other = HeadText.tidy(core.of(rest))
                if !other.isEmpty, !core.repeats(other) { draft.head = other }
            }
            guard draft.head.utf8.contains(where: { $0.isWord }), keys.insert(Fold.key(draft.head)).inserted
            else { continue }
            kept.append(draft)
        }
        while kept.count > (keepsHeads ? maxAuthored : max(maxPoints, 1)), let last = kept.popLast() {
            kept[kept.count - 1].merge(last)
            // The next to be merged is the pair before, so that no point swallows all the others.
            if kept.count > maxPoints { kept.insert(kept.removeLast(), at: kept.count - 1) }
        }
        var ids = PointIDs()
        return kept.map { draft in
            let gist = HeadText.gist(draft.gist)
            return KeyPoint(
                id: ids.next(for: draft.head), head: draft.head,
                gist: Fold.key(gist) == Fold.key(draft.head) ? "" : gist)
        }
    }
}

/// A key point in the making.
struct Draft {
    var head: String
    var gist: String
    /// The author set the head apart as a term, with a colon behind it.
    var isTerm = false

    mutating func merge(_ other: Draft) {
        gist =
            (gist.isEmpty ? head : gist) + "; "
            + (other.gist.isEmpty || other.gist.hasPrefix(other.head) ? "" : other.head + ": ")
            + (other.gist.isEmpty ? other.head : other.gist)
    }
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
