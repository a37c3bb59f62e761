import QuestionBank
import Testing

/// Cards: a file each, a few lines copied from a page, comments of a program.
@Suite struct CardShapeTests {
    @Test(arguments: shapes.indices)
    func shapeComesOutAsExpected(index: Int) { Self.shapes[index].check() }

    static let shapes: [Shape] = [
        Shape(
            name: "a numbered file named after its question", file: "disks/012-what-is-raid.md",
            text: """
                ### What is RAID and why is it used?

                Disks together.

                ### Levels

                - 0 and 1

                ### Why not use it?

                It is no backup.
                """,
            expected: [("What is RAID and why is it used?", "Disks together.", "no backup.", "disks")]),
        Shape(
            name: "a card with a title, in a folder", file: "03-disks/07-raid-levels.md",
            text: """
                # RAID levels

                **Q:** Which levels do you know?
                - What they cost
                - What they survive

                **A:**

                - **Zero**: nothing
                - **One**: a disk

                ---
                """,
            expected: [
                ("Which levels do you know? What they cost What they survive", "Zero", "a disk", "disks")
            ]),
        Shape(
            name: "headings that only say question and answer", file: "02-disks/01-seek.md",
            text: """
                # Question

                Explain a seek.

                # Answer

                **The arm moves.**

                **Cost:**
                1. milliseconds
                """,
            expected: [("Explain a seek.", "The arm", "milliseconds", "disks")]),
        Shape(
            name: "a story as the question, the answer from the next heading on", file: "disks/x.md",
            text: """
                ### Question

                Your disk is full.

                You may delete nothing. What do you do?

                ### First steps

                - Look.
                """,
            expected: [
                (
                    "Your disk is full. You may delete nothing. What do you do?", "First steps", "Look.",
                    "disks"
                )
            ]),
        Shape(
            name: "questions with options copied from a page", file: "set.txt",
            text: """
                Which of these is a disk? (Select two.)

                a. NVMe

                b. tape

                c. floppy

                ac


                Which one spins?

                A. SSD
                B. HDD
                B
                Not studied (2)
                You haven't studied these terms yet!

                Select these 2


                Which is slowest?

                A. tape
                B. RAM
                A
                """,
            expected: [
                ("Which of these is a disk? (Select two.) a. NVMe", "ac", "ac", "set"),
                ("Which one spins?", "B", "B", "set"), ("Which is slowest?", "A", "A", "set"),
            ]),
        Shape(
            name: "a few terms copied from a page", file: "set.txt",
            text: """
                Terms in this set (2)

                Platter
                The round plate

                Sector
                A part
                of a track
                """,
            expected: [("Platter", "The round", "plate", "set"), ("Sector", "A part", "track", "set")]),
        Shape(
            name: "comments of a program", file: "disks.txt",
            text: """
                #Question 1: How do you open a file?
                #Ans:- With open.
                f = open("a")

                #Question 2: And close it?
                #Ans:- With close.
                """,
            expected: [
                ("How do you open a file?", "With open.", "open a", "disks"),
                ("And close it?", "With close.", "With close.", "disks"),
            ]),
        Shape(
            name: "lines that name the topic",
            text: """
                # Interview

                **Topic:** Disks

                1. **Q:** What is a track?

                   **A:** A circle.

                **Topic:** Tapes

                1. **Q:** What is a reel?

                   **A:** A wheel.
                """,
            expected: [
                ("What is a track?", "A circle.", "A circle.", "Disks"),
                ("What is a reel?", "A wheel.", "A wheel.", "Tapes"),
            ]),
        Shape(
            name: "bold questions in a numbered list",
            text: """
                1. **What is a block?**
                   The smallest part.

                2. **Why is it padded?**
                   - alignment
                """,
            expected: [
                ("What is a block?", "The smallest", "part.", "storage"),
                ("Why is it padded?", "alignment", "alignment", "storage"),
            ]),
        Shape(
            name: "notes in two languages", file: "disks.md",
            text: """
                # Question (EN)
                > What is a disk?

                ## Answer (EN)

                A plate.
                """,
            expected: [("What is a disk?", "A plate.", "A plate.", "disks")]),
    ]
}
