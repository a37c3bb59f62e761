import Testing

@testable import QuestionBank

/// What a bank says of itself beside its questions.
struct GuideTests {
    private static let questions = """
        # Networks

        ## What does dropout do?

        ### Key points

        - **Regularises**: less overfitting.

        # Stories of one's own

        ## When did you fail?

        ### Key points

        - **Situation**: what was at stake.
        """

    private func load(_ guide: String) -> LoadedBank {
        LoadedBank(documents: [
            readDocument(Self.questions, name: "all.md"), readDocument(guide, name: "guide.md"),
        ])
    }

    @Test func groupsPresetsAndChecklistsNameTopicsByTheirTitles() throws {
        let loaded = load(
            """
            # Guide

            ## Group: Models

            - networks

            ## Preset: ML engineer, 30 minutes

            *Minutes: 30*

            - Networks
            - Stories of one's own

            ## Preset: One story
            *Questions: 1*
            - Stories of one's own

            ## Checklists

            - Stories of one's own
            """)
        #expect(loaded.problems.isEmpty)
        let topics = loaded.bank.topics.map(\.id)
        let guide = loaded.bank.guide
        #expect(guide.group(of: topics[0]) == "Models" && guide.group(of: topics[1]) == nil)
        #expect(guide.presets.map(\.title) == ["ML engineer, 30 minutes", "One story"])
        #expect(guide.presets.map(\.length) == [.minutes(30), .questions(1)])
        #expect(guide.presets.map(\.topics) == [topics, [topics[1]]])
        #expect(loaded.bank.questions.map(\.kind) == [nil, .checklist])
    }

    @Test func aSingleStoryBesideOtherQuestionsSaysSoItself() throws {
        let text = """
            # Drift

            ## What is drift?

            *Id: drift*

            ### Key points

            - **Change**: the data change.

            ## Tell me about a model that drifted.

            *Kind: checklist · Id: story*

            ### Key points

            - **Noticed**: how you saw it.

            ## And a mistake?

            *Kind: joke · Id: mistake*
            """
        let loaded = LoadedBank(documents: [readDocument(text, name: "drift.md")])
        #expect(loaded.bank.questions.map(\.kind) == [nil, .checklist, nil])
        #expect(loaded.problems.filter { $0.rule == .syntax }.map(\.location.line) == [21])
        let files = loaded.bank.export(.markdown)
        let again = LoadedBank(documents: files.map { readDocument($0.text, name: $0.name) }).bank
        #expect(again.questions.map(\.kind) == [nil, .checklist, nil])
    }

    @Test func everyStoryOfTheBuiltInBankIsAChecklist() throws {
        let stories = try Bank.builtIn().bank.questions.filter { $0.tags.contains("behavioural") }
        #expect(!stories.isEmpty && stories.allSatisfy { $0.kind == .checklist })
    }

    @Test func aChecklistIsAnotherBankAndPresetsAreNot() {
        let plain = load("# Guide\n").bank.hash
        #expect(
            load("# Guide\n## Group: A\n- Networks\n## Preset: B\n*Minutes: 30*\n- Networks\n").bank.hash
                == plain)
        #expect(load("# Guide\n## Checklists\n- Networks\n").bank.hash != plain)
        #expect(LoadedBank(documents: [readDocument(Self.questions, name: "all.md")]).bank.hash == plain)
    }

    @Test(arguments: [
        ("## Preset: Endless\n*Minutes: 100000*\n- Networks\n", 2),
        ("## Preset: Without a length\n- Networks\n", 2),
        ("## Something else\n- Networks\n", 2),
        ("## Group: Models\n- Nowhere\n", 3),
        ("## Group:\n- Networks\n", 2),
    ])
    func whatIsNotUnderstoodIsSaidWithItsLine(text: String, line: Int) {
        let loaded = load("# Guide\n" + text)
        #expect(loaded.problems.map(\.rule) == [.guide])
        #expect(loaded.problems.map(\.location) == [SourceLocation(file: "guide.md", line: line)])
        #expect(loaded.bank.guide == Guide())
    }

    @Test func thereIsRoomForSoManyPresets() {
        let preset = "## Preset: \(String(repeating: "x", count: 500))\n*Questions: 3*\n- Networks\n\n"
        let guide = load("# Guide\n\n" + String(repeating: preset, count: 100)).bank.guide
        #expect(guide.presets.count == Guide.mostPresets)
        #expect(guide.presets.allSatisfy { $0.title.count == Guide.longestTitle })
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let bank = try Bank.builtIn().bank
        let files = bank.export(.markdown)
        let again = LoadedBank(documents: files.map { readDocument($0.text, name: $0.name) }).bank
        #expect(again.guide == bank.guide && again.hash == bank.hash)
    }

    @Test func somebodysDocumentOfThatNameIsRead() {
        let text =
            "# A guide to networks\n\n## What does dropout do?\n\nIt makes units independent of one another.\n"
        let reading = readDocument(text, name: "guide.md")
        #expect(reading.questions.count == 1 && reading.problems.isEmpty)
    }

    @Test func theBuiltInBankHasGroupsForAllItsTopics() throws {
        let bank = try Bank.builtIn().bank
        #expect(bank.topics.filter { bank.guide.group(of: $0.id) == nil }.isEmpty)
        #expect((3...8).contains(bank.guide.groups.count) && (3...8).contains(bank.guide.presets.count))
        #expect(bank.questions.contains { $0.kind == .checklist })
    }
}
