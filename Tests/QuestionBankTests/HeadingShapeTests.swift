import QuestionBank
import Testing

/// Headings that are questions, topics or parts of answers, and how to tell.
@Suite struct HeadingShapeTests {
    @Test(arguments: shapes.indices)
    func shapeComesOutAsExpected(index: Int) { Self.shapes[index].check() }

    @Test func underlinedQuestionsAreHeadingsAndNoCards() {
        let reading = readDocument(
            """
            What is a sonnet?
            =================
            A poem of fourteen lines.

            What is a haiku?
            ================
            A poem of three lines.
            """, name: "poems.md")
        #expect(
            reading.questions.map(\.modelAnswer) == ["A poem of fourteen lines.", "A poem of three lines."])
    }

    @Test(arguments: ["[Nach oben](#top)", "[↑ inicio](#top)"])
    func aLinkToTheTopIsNoAnswerInAnyLanguage(link: String) {
        let reading = readDocument(
            "## Frage 1: Was ist ein Tor?\n\nZwei Pfosten.\n\n\(link)\n\n## Frage 2: Was ist ein Netz?\n\nEin Gewebe.",
            name: "sport.md")
        #expect(reading.questions.map(\.modelAnswer) == ["Zwei Pfosten.", "Ein Gewebe."])
    }

    static let shapes: [Shape] = [
        Shape(
            name: "higher headings inside answers that end with a link to the contents",
            text: """
                # Storage
                + [What is a lease?](#what-is-a-lease)
                + [What is a fence?](#what-is-a-fence)
                + [Why do clocks drift?](#why-do-clocks-drift)

                ## What is a lease?
                A lock with an end.

                [Table of Contents](#storage)

                ## What is a fence?
                A number that grows:

                # Properties
                1. Unique
                2. Ordered

                [Table of Contents](#storage)

                ## Why do clocks drift?
                Crystals age.

                [Table of Contents](#storage)
                """,
            expected: [
                ("What is a lease?", "A lock", "an end.", "Storage"),
                ("What is a fence?", "A number", "2. Ordered", "Storage"),
                ("Why do clocks drift?", "Crystals", "age.", "Storage"),
            ]),
        Shape(
            name: "two ways to number, each question with its own folded answer",
            text: """
                # Disks

                ## Question 1. What is a head?

                <details><summary><b>Answer</b></summary>

                It reads.

                </details>

                ## Question 2. Suggest your question!

                ## Timing

                ### 1. What does this print?

                ```sh
                seek 1
                ```

                <details><summary><b>Answer</b></summary>

                One.

                </details>

                ### 2. What does this print?

                ```sh
                seek 2
                ```

                <details><summary><b>Answer</b></summary>

                Two.

                </details>

                ## Contributing

                Send a patch.
                """,
            expected: [
                ("What is a head?", "It reads.", "It reads.", "Disks"),
                ("What does this print? sh seek 1", "One.", "One.", "Timing"),
                ("What does this print? sh seek 2", "Two.", "Two.", "Timing"),
            ]),
        Shape(
            name: "card titles below a title that begins like a task",
            text: """
                # Design Notes

                ## Caches

                ### Write-through

                Writes to both.

                ### Write-back

                - later

                ## Queues

                ### Backlog

                What waits.
                """,
            expected: [
                ("Write-through", "Writes", "both.", "Caches"), ("Write-back", "later", "later", "Caches"),
                ("Backlog", "What", "waits.", "Queues"),
            ]),
        Shape(
            name: "signs without a blank, topics as links",
            text: """
                ## <a name='toc'>Table of Contents</a>

                1. [Disks](#disks)
                1. [Tapes](#tapes)
                1. [Clouds](#clouds)

                ####[[↑]](#toc) <a name='disks'>Disks:</a>

                * What is a platter?
                * Name two file systems.

                ####[[↑]](#toc) <a name='tapes'>Tapes:</a>
                * [How long does a tape last?](https://example.org/tape)
                """,
            expected: [
                ("What is a platter?", "", "", "Disks"), ("Name two file systems.", "", "", "Disks"),
                ("How long does a tape last?", "", "", "Tapes"),
            ]),
        Shape(
            name: "headings closed without a blank, empty code, a mark behind the answer",
            text: """
                ### Q1: Define a bucket in C###
                Answers:
                A folder.

                ### Q2: Write a rename ###
                ```
                ```

                ### Q3: Which is cheapest?

                - A) tape
                - B) disk

                **Answer: A) tape**

                > It is slow.
                """,
            expected: [
                ("Define a bucket in C", "A folder.", "A folder.", "storage"),
                ("Write a rename", "", "", "storage"),
                ("Which is cheapest?", "A tape", "It is slow.", "storage"),
            ]),
        Shape(
            name: "several lines of code in a summary",
            text: """
                ### Pods

                <details>
                <summary>Explain these lines

                ```
                probe:
                  port: 80
                ```
                </summary><br><b>

                A probe.
                </b></details>

                <details>
                <summary>A disk is called <code>____</code></summary><br><b>

                A volume.
                </b></details>
                """,
            expected: [
                ("Explain these lines probe: port: 80", "A probe.", "A probe.", "Pods"),
                ("A disk is called ____", "A volume.", "A volume.", "Pods"),
            ]),
        Shape(
            name: "code and a picture before options to tick",
            text: """
                #### Q1. Which line writes?

                ```c
                read(a); write(b);
                ```

                - [ ] the first
                - [x] the second

                #### Q2. What does it show?

                ![a disk](disk.png)

                - [x] a disk
                - [ ] a tape
                """,
            expected: [
                ("Which line writes? c read(a); write(b); the first", "the first", "x the second", "storage"),
                ("What does it show?", "x a disk", "a tape", "storage"),
            ]),
    ]
}
