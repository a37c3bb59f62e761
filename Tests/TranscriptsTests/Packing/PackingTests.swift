import CCrypto
import CDictionaries
import Interviews
import JSONReading
import JSONWriting
import Marking
import QuestionBank
import Testing

@testable import Transcripts

/// Answers that are packed are what they were, and whatever else stands in their place is refused.
struct PackingTests {
    private let id = InterviewID.fresh

    private func payload(_ answer: Event.Answered, in format: Format? = .current) throws -> String {
        try EventRow(.answered(answer), in: format) { _ in throw StoreError.corrupt }.payload
    }

    private func event(_ payload: String) throws -> Event {
        try EventRow.event(payload: payload, visitor: nil, interview: id, seq: 7) { _ in
            throw StoreError.corrupt
        }
    }

    private func payload(packed: String) -> String {
        #"{"kind":"answered","seat":"c1","ref":"a1","packed":"\#(packed)"}"#
    }

    /// What is packed in a payload.
    private func packed(in payload: String) throws -> String {
        String(try #require(payload.split(separator: #""packed":""#).last).dropLast(2))
    }

    /// One that was released never changes: logs are read with it for ever.
    @Test(arguments: [
        (CInt(1), "8481bd02bf5ba4c52b35ff25d6832ec512ce6ad05c595121ca06fda0520481a6")
    ])
    func aDictionaryIsAsItWasReleased(number: CInt, digest: String) throws {
        var size = 0
        let bytes = unsafe try #require(unsafe greenroom_dictionary(number, &size))
        var sum = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        unsafe SHA256(bytes.assumingMemoryBound(to: UInt8.self), size, &sum)
        #expect(sum.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == digest)
    }

    @Test func whateverAnAnswerHoldsComesBack() throws {
        var random = RandomAnswers(seed: 1)
        for _ in 0..<2000 {
            let answer = random.next()
            let kept = try payload(answer)
            #expect(kept.contains(#""packed":"1:"#))
            let read = try event(kept)
            #expect(read == .answered(answer))
            // Texts that only mean the same are equal too.
            #expect(try JSONText.of(read) == JSONText.of(Event.answered(answer)))
        }
    }

    @Test(arguments: GoldenLogTests.names)
    func eventsOfEveryKindComeBackInTheNewestFormat(name: String) throws {
        for line in try GoldenLog(name).lines {
            var questions: [Question] = []
            let event = line.recorded.event
            let row = try EventRow(event, in: .current) {
                questions.append($0)
                return questions.count
            }
            #expect(row.payload.contains(#""packed":"#) == (event.kind == .answered && !event.isErased))
            let read = try EventRow.event(
                payload: row.payload, visitor: row.visitor, interview: id, seq: line.recorded.seq
            ) { questions[$0 - 1] }
            #expect(read == event)
        }
    }

    @Test func noOtherFormatPacks() throws {
        var random = RandomAnswers(seed: 2)
        let answer = random.next()
        for format in [nil, Format.unpacked] {
            #expect(try payload(answer, in: format) == JSONText.of(Event.answered(answer)))
        }
    }

    @Test func whatCannotBePackedIsKeptAsItIs() throws {
        var random = RandomAnswers(seed: 3)
        let answer = random.next()
        var (backward, negative, long) = (answer, answer, answer)
        backward.mark.points = [
            PointMark(
                keyPoint: "a", verdict: .hit, strength: 1, evidence: [Evidence(start: 5, end: 2, rule: "b")])
        ]
        negative.question = -1
        long.text = String(repeating: "a", count: Packer.longest)
        for odd in [backward, negative, long] {
            let kept = try payload(odd)
            #expect(!kept.contains("packed"))
            #expect(try event(kept) == .answered(odd))
        }
        var infinite = answer
        infinite.mark.coverage = .infinity
        #expect(throws: StoreError.failed(code: "event not encodable")) { try payload(infinite) }
    }

    /// Whatever a later version has to say of an answer stands beside what is packed.
    @Test func fieldsThatAreAddedArePassedOver() throws {
        var random = RandomAnswers(seed: 4)
        let answer = random.next()
        let kept = try payload(answer)
        #expect(try event(kept.dropLast() + #","invented":{"a":[1,null]}}"#) == .answered(answer))
    }

    @Test(arguments: ["", "1", ":", "1:", "0:", "2:", "01:", "-1:", "9223372036854775808:"])
    func whatIsPackedWithADictionaryThatIsNotHereIsNotRead(head: String) throws {
        var random = RandomAnswers(seed: 5)
        let rest = try packed(in: payload(random.next())).dropFirst(2)
        for packed in head == "1:" ? [head, head + "~", head + "0"] : [head, head + rest] {
            #expect(throws: StoreError.unreadable(id, seq: 7)) { try event(payload(packed: packed)) }
        }
    }

    @Test func whatIsTornOrChangedIsNotRead() throws {
        var random = RandomAnswers(seed: 6)
        let whole = Array(try packed(in: payload(random.next())).utf8)
        for count in 2..<whole.count {
            let torn = String(decoding: whole.prefix(count), as: UTF8.self)
            #expect(throws: StoreError.unreadable(id, seq: 7)) { try event(payload(packed: torn)) }
        }
        for place in 2..<whole.count {
            var changed = whole
            changed[place] = changed[place] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
            let text = String(decoding: changed, as: UTF8.self)
            #expect(throws: StoreError.unreadable(id, seq: 7)) { try event(payload(packed: text)) }
        }
        let longer = String(decoding: whole, as: UTF8.self) + "00000"
        #expect(throws: StoreError.unreadable(id, seq: 7)) { try event(payload(packed: longer)) }
    }

    /// A small row cannot be made to take much memory: not by a frame that says so, not by one that says nothing, and not
    /// by one that says less than it holds.
    @Test func nothingIsUnpackedBeyondItsBound() throws {
        let packer = try #require(Packer(1))
        let most = [UInt8](repeating: 7, count: Packer.longest)
        #expect(packer.pack(most + [7]) == nil)
        let frame = try #require(packer.pack(most))
        #expect(frame.count < 100 && packer.unpack(frame) == most)
        // The descriptor: a length of four bytes, a checksum, and no window. https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1
        #expect(frame[0] == 0b1010_0100)
        let size = Packer.longest
        for claimed in [size + 1, size - 1, 0, 1 << 31] {
            var lying = frame
            for index in 0..<4 { lying[1 + index] = UInt8(truncatingIfNeeded: claimed >> (8 * index)) }
            #expect(packer.unpack(lying) == nil)
        }
        // A window instead of a length.
        #expect(packer.unpack([0b0000_0100, 0x48] + frame.dropFirst(5)) == nil)
        // A length of eight bytes.
        let huge = [0b1110_0100] + [UInt8](repeating: 0xFF, count: 8) + frame.dropFirst(5)
        #expect(packer.unpack(huge) == nil)
        #expect(packer.unpack([]) == nil)
    }

    @Test func whateverBytesAreUnpackedTheyAreAnAnswerOrNone() throws {
        var random = RandomAnswers(seed: 7)
        let ref = try #require(Reference("a1"))
        for _ in 0..<300 {
            let bytes = try #require(AnswerBytes.bytes(of: random.next()))
            for _ in 0..<40 {
                var changed = bytes
                changed[random.number(below: bytes.count)] = UInt8(random.number(below: 256))
                // It may well be another answer: the checksum is of what is around it.
                guard let answer = AnswerBytes.answer(changed, of: SeatID("c1"), ref: ref) else { continue }
                #expect(throws: Never.self) { try payload(answer) }
            }
            #expect(AnswerBytes.answer(bytes + [0], of: SeatID("c1"), ref: ref) == nil)
            #expect(AnswerBytes.answer(bytes.dropLast(), of: SeatID("c1"), ref: ref) == nil)
        }
        // Two thousand million key points in ten bytes.
        let many: [UInt8] = [0, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0, 0, 0, 0]
        #expect(AnswerBytes.answer(many, of: SeatID("c1"), ref: ref) == nil)
    }

    @Test func bytesAreTextAndBytesAgain() {
        // https://rfc.zeromq.org/spec/32
        let bytes: [UInt8] = [0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B]
        #expect(Z85.text(of: bytes) == "HelloWorld")
        var random = RandomAnswers(seed: 8)
        for count in 0..<300 {
            let bytes = (0..<count).map { _ in UInt8(random.number(below: 256)) }
            for bytes in [bytes, [UInt8](repeating: 0xFF, count: count)] {
                let text = Z85.text(of: bytes)
                #expect(Z85.bytes(of: text.utf8) == bytes)
                #expect(text.utf8.count == (count * 5 + 3) / 4)
            }
        }
        for text in ["#####", "a", "aaaaaa", "aa\"aa", "äää"] { #expect(Z85.bytes(of: text.utf8) == nil) }
    }

    @Test func anAnswerToAQuestionOfTheBankTakesAtMost450Bytes() throws {
        let bank = try Bank.builtIn().bank
        let ref = try #require(Reference("r101"))
        var sizes: [Int] = []
        for (index, question) in bank.questions.enumerated() where index % 8 == 0 {
            let mark = Matcher(question.rubric).mark(Self.answer)
            let answer = Event.Answered(
                seat: SeatID("c1"), ref: ref, question: index % 40, attempt: 1,
                text: Self.answer, mark: mark)
            sizes.append(try payload(answer).utf8.count)
        }
        #expect(sizes.count > 20)
        #expect(sizes.reduce(0, +) / sizes.count <= 450, "\(sizes)")
    }

    /// 87 words. The dictionary was made without it.
    private static let answer = """
        Precision is the share of the predicted positives that really are positive, recall is the share of the real \
        positives that were found. They pull against each other: a lower threshold finds more but also raises false \
        alarms. For a disease screening I would favour recall, because a missed case costs more than a second test. \
        For a spam filter precision matters more, nobody wants to lose a real letter. F1 is the harmonic mean of the \
        two, and with rare positives the precision recall curve says more than ROC does.
        """
}

extension Event {
    fileprivate var isErased: Bool { if case .erased = self { true } else { false } }
}
