import Foundation
import Glibc
import Interviews
import Testing
import Transcripts

/// What was reported as recorded is there after the process was killed.
struct KillTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(arguments: 1...6)
    func nothingRecordedIsLostAndNothingIsThereTwice(round: Int) async throws {
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
            try writeUntilKilled(folder: path, after: .random(in: 1...400))
        }

        let noted = try notes(in: folder.path)
        #expect(!noted.isEmpty)
        let store = try SQLiteStore(folder: folder.path)
        defer { store.close() }
        for (interview, seq) in noted {
            let events = try store.events(of: interview)
            // The one after the last noted may have been committed without a word.
            #expect(events.count == seq || events.count == seq + 1)
            #expect(events.map(\.seq) == Array(1...events.count))
            #expect(events.map(\.event) == (1...events.count).map { .answer("answer \($0)") })
        }
    }

    /// The last number noted for each interview.
    private func notes(in folder: String) throws -> [InterviewID: Int] {
        var noted: [InterviewID: Int] = [:]
        for line in try String(contentsOfFile: folder + "/notes", encoding: .utf8).split(separator: "\n") {
            let words = line.split(separator: " ")
            noted[.named(String(words[0]))] = Int(words[1], radix: 10)
        }
        return noted
    }
}

/// Eight interviews write as fast as they are answered. Each outcome is noted before the interview's next
/// append is submitted; at some moment after so many of them the process ends itself without warning.
private func writeUntilKilled(folder: String, after count: Int) throws {
    let store = try SQLiteStore(folder: folder)
    let notes = unsafe open(folder + "/notes", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    let recorded = Collector<RecordedEvent>()
    let counted = Collector<Int>()
    let writer = LogWriter(store: store) { completed in
        for one in completed {
            guard case .success(.recorded(let events)) = one.result else { abort() }
            for event in events { note("\(event.interview) \(event.seq)\n", in: notes) }
            recorded.add(events)
            counted.add([events.count])
        }
    }
    Thread.detachNewThread {
        _ = counted.wait(for: count)
        kill(getpid(), SIGKILL)
    }
    for _ in 0..<8 {
        writer.submit(Append(.fresh, after: 0, .answer("answer 1")))
    }
    for index in 0... {
        let last = recorded.wait(for: 1)[index]
        writer.submit(Append(last.interview, after: last.seq, .answer("answer \(last.seq + 1)")))
    }
}

/// In the hands of the system once it returns, so that a kill does not take it back.
private func note(_ line: String, in file: CInt) {
    var line = line
    line.withUTF8 { bytes in _ = unsafe write(file, bytes.baseAddress, bytes.count) }
}
