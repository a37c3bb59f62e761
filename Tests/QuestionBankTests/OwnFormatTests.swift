import Marking
import QuestionBank
import Testing

/// The bank's own Markdown.
@Suite struct OwnFormatTests {
    static let document = """
        # Caching

        What every server does.

        ## What does a cache cost you?

        *Difficulty: hard · Tags: caching, memory · Id: cache-cost*

        Think of a busy shop.

        ```text
        ## not a question
        ```

        ### Key points

        - **Staleness**: copies grow old.
          - Also: outdated copies; old values
          - Hint: What happens to a copy when the original changes?
          - Probe: How would you bound it?
          - Weight: 2
          - Required: yes
        - Any 1 of:
          - **Memory**: room is taken.
          - **Complexity**: one more thing that fails.

        ### Misconceptions

        - **Always faster**: a miss costs nothing.

        ### Model answer

        Copies grow old, so there is staleness. They take memory, and complexity rises.

        ### Sample answer: good

        > Old values are served.
        > And memory is used.

        - Hit: Staleness, Memory
        - Avoided: Always faster

        ### References

        - [A paper](https://example.org/paper)

        ### Follow-ups

        - When is no cache best?
        """

    @Test func everyPartIsRead() throws {
        let reading = readDocument(Self.document, name: "caching.md")
        #expect(reading.problems.isEmpty)
        #expect(reading.topics == [Topic(id: "caching", title: "Caching")])
        let question = try #require(reading.questions.first)
        #expect(
            question
                == Question(
                    id: "cache-cost", topic: "caching",
                    prompt:
                        "What does a cache cost you?\n\nThink of a busy shop.\n\n```text\n## not a question\n```",
                    difficulty: .hard, tags: ["caching", "memory"],
                    keyPoints: [
                        KeyPoint(
                            id: "staleness", head: "Staleness", gist: "copies grow old.",
                            phrasings: ["outdated copies", "old values"], weight: 2,
                            hint: "What happens to a copy when the original changes?",
                            probe: "How would you bound it?",
                            isRequired: true),
                        KeyPoint(id: "memory", head: "Memory", gist: "room is taken.", group: 0),
                        KeyPoint(
                            id: "complexity", head: "Complexity", gist: "one more thing that fails.", group: 0
                        ),
                        KeyPoint(
                            id: "always-faster", head: "Always faster", gist: "a miss costs nothing.",
                            isMisconception: true),
                    ],
                    groups: [Rubric.Group(needed: 1)],
                    modelAnswer:
                        "Copies grow old, so there is staleness. They take memory, and complexity rises.",
                    samples: [
                        SampleAnswer(
                            name: "good", text: "Old values are served.\nAnd memory is used.",
                            expected: ["staleness": .hit, "memory": .hit, "always-faster": .avoided])
                    ],
                    references: ["[A paper](https://example.org/paper)"],
                    followUps: ["When is no cache best?"],
                    source: SourceLocation(file: "caching.md", line: 5)))
    }

    @Test func whatSoundsRightAndIsWrongIsRead() throws {
        let document = Self.document.replacing(
            "old values\n", with: "old values\n  - Not: a copy is always fresh; the copy is newer ;\n")
        let reading = readDocument(document, name: "caching.md")
        #expect(reading.problems.isEmpty)
        let question = try #require(reading.questions.first)
        #expect(question.keyPoints[0].misstatements == ["a copy is always fresh", "the copy is newer"])
        #expect(question.keyPoints[1].misstatements == nil)
        let written = LoadedBank(documents: [reading]).bank.export(.markdown).map(\.text).joined()
        #expect(written.contains("  - Not: a copy is always fresh; the copy is newer\n"))
    }

    static let faults: [(old: String, new: String, line: Int, what: String)] = [
        ("Difficulty: hard", "Difficulty: brutal", 7, "brutal"),
        ("Id: cache-cost", "Id: cache cost", 7, "cache cost"),
        ("Id: cache-cost", "Id: " + String(repeating: "cache-", count: 27), 7, "longer than 160"),
        ("  - Weight: 2", "  - Weight: heavy", 21, "heavy"),
        ("  - Hint:", "  - Clue:", 19, "clue"),
        ("**Staleness**", "**Staleness, mostly**", 17, "comma"),
        ("- Any 1 of:", "- Any 3 of:", 23, "more points than it has"),
        ("- Hit: Staleness, Memory", "- Hit: Freshness", 40, "Freshness"),
        ("- Avoided:", "- Dodged:", 41, "Dodged"),
    ]

    @Test(arguments: faults.indices)
    func aSlipIsReportedWithItsLine(index: Int) throws {
        let (old, new, line, what) = Self.faults[index]
        let text = Self.document.replacing(old, with: new)
        let problem = try #require(readDocument(text, name: "caching.md").problems.first)
        #expect(problem.location == SourceLocation(file: "caching.md", line: line))
        #expect(problem.what.lowercased().contains(what.lowercased()))
        #expect(problem.severity == .error)
    }

    @Test func theIdSurvivesEditsElsewhereAndRewordingIfItIsWritten() {
        let before = readDocument(Self.document, name: "caching.md").questions[0].id
        let edited =
            "# Caching\n\n## When do you evict?\n\n### Model answer\n\nWhen memory is short.\n\n"
            + Self.document.replacing("# Caching\n", with: "").replacing(
                "What does a cache cost you?", with: "What is its price?")
        let after = readDocument(edited, name: "caching.md").questions
        #expect(after.map(\.id) == ["caching/when-do-you-evict", before])
    }

    @Test func theHashDependsOnTheContentAloneAndNotOnItsOrder() {
        let one = readDocument(Self.document, name: "a.md")
        let two = readDocument(
            "# Queues\n\n## What is a queue?\n\n### Model answer\n\nA line.\n", name: "b.md")
        let forth = LoadedBank(documents: [one, two]).bank
        let back = LoadedBank(documents: [two, one]).bank
        #expect(forth.hash == back.hash)
        #expect(forth.hash.count == 64)
        let changed = readDocument(Self.document.replacing("grow old", with: "become old"), name: "a.md")
        #expect(LoadedBank(documents: [changed, two]).bank.hash != forth.hash)
    }

    @Test func theGlossaryTermsThatOccurComeWithTheQuestion() {
        let glossary = readDocument(
            "# Glossary\n\n- **least recently used**: LRU\n- **staleness**: age of copies\n- **convolution**: conv\n",
            name: "glossary.md")
        let bank = LoadedBank(documents: [readDocument(Self.document, name: "caching.md"), glossary]).bank
        #expect(bank.glossary.count == 3)
        #expect(bank.questions[0].terms.map(\.name) == ["staleness"])
    }

    @Test func anIdUsedTwiceIsAnError() {
        let again = Self.document.replacing("What does a cache cost you?", with: "What else?")
        let loaded = LoadedBank(documents: [
            readDocument(Self.document, name: "a.md"), readDocument(again, name: "b.md"),
        ])
        #expect(loaded.problems.map(\.rule) == [.duplicateID])
        #expect(loaded.problems.first?.location == SourceLocation(file: "b.md", line: 5))
    }
}
