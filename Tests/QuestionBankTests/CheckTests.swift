import Marking
import QuestionBank
import Testing

/// Each way in which a question can fail to work, and what is said about it.
@Suite struct CheckTests {
    private static let sound = """
        # Disks

        ## What is RAID?

        *Id: raid*

        ### Key points

        - **Mirroring**: the same data on two drives.
        - **Parity**: a checksum restores what is lost.

        ### Model answer

        Mirroring keeps the same data on two drives, and parity is a checksum that restores what is lost.

        ### Sample answer: good

        > Mirroring keeps the same data on two drives.

        - Hit: Mirroring
        - Missed: Parity
        """

    private func problems(_ text: String, glossary: String = "") -> [Problem] {
        var documents = [readDocument(text, name: "disks.md")]
        if !glossary.isEmpty {
            documents.append(readDocument("# Glossary\n\n" + glossary, name: "glossary.md"))
        }
        return LoadedBank(documents: documents).check()
    }

    @Test func aSoundQuestionIsClean() {
        #expect(problems(Self.sound) == [])
    }

    static let faults: [(old: String, new: String, rule: Problem.Rule, what: String)] = [
        (", and parity is a checksum that restores what is lost", "", .modelAnswer, "Parity"),
        ("- Missed: Parity", "- Hit: Parity", .sample, "Parity"),
        (
            "**Mirroring**: the same data on two drives.", "**What is RAID**: RAID is what?",
            .unreachablePoint, "What is RAID"
        ),
        (
            "- **Parity**: a checksum restores what is lost.",
            "- **Experience**: worked in several projects.", .alwaysHit, "empty talk"
        ),
    ]

    @Test(arguments: faults.indices)
    func aFaultIsFoundWithItsPlace(index: Int) {
        let (old, new, rule, what) = Self.faults[index]
        let found = problems(Self.sound.replacing(old, with: new)).filter { $0.rule == rule }
        #expect(found.contains { $0.what.contains(what) }, "\(found)")
        #expect(found.allSatisfy { $0.location == SourceLocation(file: "disks.md", line: 3) })
        #expect(found.allSatisfy { !$0.remedy.isEmpty && $0.severity == .error })
    }

    @Test func aQuestionWithNothingBelowIsWarnedOf() {
        let empty = problems("# Disks\n\n## What is RAID?\n\n*Id: raid*\n")
        #expect(empty.map(\.rule) == [.noKeyPoints])
    }

    @Test func aNameThatBelongsToTwoTermsIsAnError() {
        let found = problems(Self.sound, glossary: "- **mirror**: RM\n- **remote**: RM\n")
        #expect(found.map(\.rule) == [.glossary])
        #expect(
            found.first?.description.hasPrefix("glossary.md:4: error: \"RM\" belongs to \"mirror\"") == true)
    }

    @Test func aNameMayLeadToItsTermButNotNowhere() {
        #expect(
            problems(Self.sound, glossary: "- **mirror**: copy\n- **twin**: see [mirror](#mirror)\n") == [])
        let found = problems(Self.sound, glossary: "- **mirror**: copy\n- **twin**: see double\n")
        #expect(
            found.map(\.description) == [
                "glossary.md:4: error: \"twin\" leads to \"double\", which the glossary does not have; add that term, "
                    + "or correct the link [glossary]"
            ])
    }
}
