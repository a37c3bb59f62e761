import QuestionBank
import Testing

/// More ways in which people write questions down, each with what must come out.
@Suite struct FurtherShapeTests {
    @Test(arguments: shapes.indices)
    func shapeComesOutAsExpected(index: Int) { Self.shapes[index].check() }

    static let shapes: [Shape] = [
        Shape(
            name: "numbered statements to be called true or false",
            text: """
                # Disk quiz

                1. A stripe survives the loss of a disk.
                - True
                - False

                Answer: False

                2. A mirror halves the room.
                - True
                - False

                Answer: True

                3. Parity is spread over the disks of RAID 5.

                a) True
                b) False

                Answer: a
                """,
            expected: [
                ("A stripe survives the loss of a disk.", "False", "False", "Disk quiz"),
                ("A mirror halves the room.", "True", "True", "Disk quiz"),
                ("Parity is spread over the disks of RAID 5.", "a", "a", "Disk quiz"),
            ]),
        Shape(
            name: "numbered headings with gaps and a second list",
            text: """
                ## Disks

                1. ### What is RAID?

                    Several disks as one.

                    **[⬆ Back to Top](#top)**

                3. ### What is a stripe?

                    A part of the data.

                    1. First
                    2. Second

                ## Tapes

                1. ### What is a tape?

                    A long ribbon.
                """,
            expected: [
                ("What is RAID?", "Several disks", "as one.", "Disks"),
                ("What is a stripe?", "A part", "2. Second", "Disks"),
                ("What is a tape?", "A long", "ribbon.", "Tapes"),
            ]),
        Shape(
            name: "plain headings with deeper ones inside",
            text: """
                # Storage questions

                ### What is a block?

                A unit.

                #### Sizes

                Often 4096 bytes.

                #### References

                - [Manual](https://example.org)

                ### How does a journal work?

                It writes twice.

                ### Explain trimming

                It frees cells.
                """,
            expected: [
                ("What is a block?", "A unit.", "4096 bytes.", "Storage questions"),
                ("How does a journal work?", "It writes", "twice.", "Storage questions"),
                ("Explain trimming", "It frees", "cells.", "Storage questions"),
            ]),
        Shape(
            name: "numbers with a bracket, links to sources",
            text: """
                #### 1) What is a mirror? [[src](https://example.org/1)]
                Two copies.

                #### 2) What is parity? [[src](https://example.org/2)]
                [[Answer]](https://example.org/2)

                #### 3) What is a spare?
                A disk in waiting.
                """,
            expected: [
                ("What is a mirror?", "Two", "copies.", "storage"),
                ("What is parity?", "Answer", "Answer", "storage"),
                ("What is a spare?", "A disk", "waiting.", "storage"),
            ]),
        Shape(
            name: "a list of questions only, all numbered one",
            text: """
                ## Disks
                1. What is a sector? (size)
                1. How do you align partitions?
                1. Why scrub?

                ## Networks
                1. What is a frame?
                """,
            expected: [
                ("What is a sector? (size)", "", "", "Disks"),
                ("How do you align partitions?", "", "", "Disks"),
                ("Why scrub?", "", "", "Disks"), ("What is a frame?", "", "", "Networks"),
            ]),
        Shape(
            name: "several lines in a summary, tags around the answer",
            text: """
                ### Disks

                <details>
                <summary>What does this print?

                ```sh
                # not a heading
                df
                ```</summary><br><b>

                The free space.

                ```sh
                # still none
                ```
                </b></details>

                <details>
                <summary>True or false? Disks spin forever</summary><br><b>
                False.</b></details>
                """,
            expected: [
                ("What does this print?", "The free space.", "still none", "Disks"),
                ("True or false? Disks spin forever", "False.", "False.", "Disks"),
            ]),
        Shape(
            name: "titles with the question below and no answers",
            text: """
                ### Questions about disks

                #### Redundancy
                Would you rather buy two cheap disks or one dear one?

                #### Backups
                When did you last restore one? What did you learn?

                #### Growth
                Suppose the volume is full on Friday night. What do you do?
                """,
            expected: [
                ("Redundancy: Would you", "", "", "disks"), ("Backups: When did", "", "", "disks"),
                ("Growth: Suppose", "", "", "disks"),
            ]),
        Shape(
            name: "answers inline, a source in brackets",
            text: """
                ## 📦 Disks

                ### 1. What is a cylinder? (Big Vendor)
                **Answer:** Tracks above each other.
                *(Source: a manual)*

                ### 2. What is a platter? (Big Vendor)
                **Answer:** A disk of glass.
                *(Source: a manual)*
                """,
            expected: [
                ("What is a cylinder?", "Tracks", "each other.", "Disks"),
                ("What is a platter?", "A disk", "of glass.", "Disks"),
            ]),
        Shape(
            name: "an answer marker at some questions only",
            text: """
                # Disks

                ### 1. What is a seek?
                **Answer:**
                The arm moves.

                **Follow-up:** How long does it take?

                ---

                ### 2. Compare disks
                | Kind | Speed |
                | --- | --- |
                | SSD | fast |

                ---

                ### 3. What is spin-up?
                **Answer:** The motor starts.
                """,
            expected: [
                ("What is a seek?", "The arm", "moves.", "Disks"),
                ("Compare disks", "Kind Speed", "SSD fast", "Disks"),
                ("What is spin-up?", "The motor", "starts.", "Disks"),
            ]),
        Shape(
            name: "a bold line that asks, prose below",
            text: """
                # Disks

                **Q1: What is a bad sector?**

                One that fails.

                **Note** it may recover.

                **Q2: What is SMART?**

                Self-monitoring.
                """,
            expected: [
                ("What is a bad sector?", "One that", "may recover.", "Disks"),
                ("What is SMART?", "Self", "monitoring.", "Disks"),
            ]),
        Shape(
            name: "quoted questions under numbered topics",
            text: """
                ##### 1. Disks

                > Q1: What is a head?

                Ans: It reads.

                ##### 2. Tapes

                > Q2: What is a reel?

                Ans: It turns.
                """,
            expected: [
                ("What is a head?", "It reads.", "reads.", "Disks"),
                ("What is a reel?", "It turns.", "turns.", "Tapes"),
            ]),
        Shape(
            name: "one file, a heading that only numbers",
            file: "Disks/D-Question07.md",
            text: """
                # Question 7 - Disks

                ## How does a disk fail?

                Slowly, then all at once.

                ## Signs

                Noise.
                """,
            expected: [("How does a disk fail?", "Slowly", "Noise.", "Disks")]),
        Shape(
            name: "definitions as titles",
            text: """
                ## Disks

                ### Wear levelling

                Spreads writes.

                [#flash](flash.md)

                ### Over-provisioning

                Keeps cells free.

                [#flash](flash.md)
                """,
            expected: [
                ("Wear levelling", "Spreads", "writes.", "Disks"),
                ("Over-provisioning", "Keeps", "free.", "Disks"),
            ]),
        Shape(
            name: "escaped numbers of a converter",
            text: """
                **1\\. What is a volume?**

                A named space.

                **2\\. What is a snapshot?**

                A frozen view.
                """,
            expected: [
                ("What is a volume?", "A named", "space.", "storage"),
                ("What is a snapshot?", "A frozen", "view.", "storage"),
            ]),
        Shape(
            name: "escaped numbers without bold, prose below",
            text: """
                3\\. What is a ribbon?

                A flat cable.

                4\\. What is a terminator?

                It ends the bus.
                """,
            expected: [
                ("What is a ribbon?", "A flat", "cable.", "storage"),
                ("What is a terminator?", "It ends", "bus.", "storage"),
            ]),
        Shape(
            name: "links to more of the answer before it, links to sources behind it",
            text: """
                #### 1) What is a track? [[src](https://example.org/1)]
                [[Answer]](https://example.org/1)
                A circle of sectors.

                [[src]](https://example.org/2)
                #### 2) What is a cluster?
                [[Answer]](https://example.org/3)
                """,
            expected: [
                ("What is a track?", "Answer A circle", "sectors.", "storage"),
                ("What is a cluster?", "Answer", "Answer", "storage"),
            ]),
        Shape(
            name: "options with a tick",
            text: """
                ## Disks

                #### Q1. Which disk is fastest?

                - [ ] tape
                - [x] NVMe

                #### Q2. Which is cheapest per byte?

                - [x] tape
                - [ ] NVMe
                """,
            expected: [
                ("Which disk is fastest?", "tape", "NVMe", "Disks"),
                ("Which is cheapest per byte?", "x tape", "NVMe", "Disks"),
            ]),
        Shape(
            name: "a spreadsheet's columns in any order", file: "rows.csv",
            text:
                "Category,Question,IdealAnswer,Keywords\nDisks,\"What is a RAID, really?\",\"Disks, together\",\"mirror; parity\"\n",
            expected: [("What is a RAID, really?", "Disks, together", "together", "Disks")]),
        Shape(
            name: "tabs and tags without a header", file: "cards.tsv",
            text: "What is a queue?\tA line.\tdata fifo\nWhat is a stack?\tA pile.\tdata lifo\n",
            expected: [
                ("What is a queue?", "A line.", "line.", "cards"),
                ("What is a stack?", "A pile.", "pile.", "cards"),
            ]),
        Shape(
            name: "semicolons inside the answer", file: "deck.txt",
            text:
                "What is a heap?; a tree; mostly full; trees\n\nWhat is a trie?; a tree; of letters; trees\n",
            expected: [
                ("What is a heap?", "a tree mostly full", "full", "deck"),
                ("What is a trie?", "a tree of letters", "letters", "deck"),
            ]),
        Shape(
            name: "decks of cards in JSON", file: "waves.json",
            text:
                "[{\"topic\":\"Disks\",\"cards\":[{\"front\":\"What is TRIM?\",\"back\":\"A hint.\"}]},{\"topic\":\"Tapes\",\"cards\":[{\"front\":\"LTO\",\"back\":\"A format.\"}]}]",
            expected: [
                ("What is TRIM?", "A hint.", "hint.", "Disks"), ("LTO", "A format.", "format.", "Tapes"),
            ]),
        Shape(
            name: "question and answer on one line", file: "notes.txt",
            text:
                "What is a LUN? A unit of storage.\nWhat is iSCSI? SCSI over a network.\nHow is it secured? By CHAP.\n",
            expected: [
                ("What is a LUN?", "A unit", "storage.", "notes"),
                ("What is iSCSI?", "SCSI", "network.", "notes"),
                ("How is it secured?", "By CHAP.", "CHAP.", "notes"),
            ]),
        Shape(
            name: "double colons of a note program", file: "obsidian.md",
            text:
                "#flashcards/disks\n\nWhat is a FAT?::A table.\nWhat is an inode?::A record.\n<!--SR:!2024-01-01,3,250-->\n\nWhat is a mount?\n?\nAttaching a file system.\n",
            expected: [
                ("What is a FAT?", "A table.", "table.", "disks"),
                ("What is an inode?", "A record.", "record.", "disks"),
                ("What is a mount?", "Attaching", "system.", "disks"),
            ]),
    ]
}
