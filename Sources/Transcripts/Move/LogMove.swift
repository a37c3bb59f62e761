import Interviews

/// Copies everything that one store keeps into another, and reads it back from both. What was copied before is compared
/// and left as it is, so that a move that was interrupted goes on. The source stays as it is.
public struct LogMove {
    private let source: any MovableLog
    private let target: any MovableLog
    private let library: any Library
    private let progress: (MoveStep) throws -> Void
    private static let page = 1000
    /// Named at most, where they differ.
    private static let sample = 5

    init(
        from source: any MovableLog, to target: any MovableLog, library: any Library,
        progress: @escaping (MoveStep) throws -> Void = { _ in }
    ) {
        (self.source, self.target, self.library) = (source, target, library)
        self.progress = progress
    }

    /// - Parameter progress: may throw, which ends the move where it is.
    /// - Throws: ``MoveError``, and what `progress` throws.
    public static func run(
        from source: LogPlace, to target: LogPlace, progress: @escaping (MoveStep) throws -> Void
    ) throws -> Moved {
        let (from, unused) = try reading { () throws(StoreError) in try source.open() }
        defer {
            unused.close()
            from.close()
        }
        let (to, library) = try writing { () throws(StoreError) in try target.open() }
        defer {
            library.close()
            to.close()
        }
        guard let left = from as? any MovableLog, let right = to as? any MovableLog else {
            throw MoveError.source(.failed(code: "no log that can be moved"))
        }
        for (log, place) in [(left, source), (right, target)] {
            let isServed = try reading { () throws(StoreError) in try log.isServed() }
            guard !isServed else { throw MoveError.isServed(place) }
        }
        return try LogMove(from: left, to: right, library: library, progress: progress).run()
    }

    func run() throws -> Moved {
        let names = try Self.reading { () throws(StoreError) in try self.names() }
        let known = try Self.writing { () throws(StoreError) in try target.latest(of: names) }
        let there = names.filter { known[$0] != nil }
        // Before anything is written.
        _ = try compare(there) { .compared($0, of: there.count) }
        let missing = try MovedTable.ofVisitors.map { try missingRows(of: $0) }
        try progress(.copied(there.count, of: names.count))
        for (number, name) in names.filter({ known[$0] == nil }).enumerated() {
            let one = try Self.reading { () throws(StoreError) in try source.moved(name) }
            guard let one else { continue }
            try Self.writing { () throws(StoreError) in try target.take(one) }
            try progress(.copied(there.count + number + 1, of: names.count))
        }
        for rows in missing { try Self.writing { () throws(StoreError) in try target.take(rows) } }

        var moved = try compare(names) { .verified($0, of: names.count) }
        moved.known = there.count
        for table in MovedTable.ofVisitors {
            let count = try missingRows(of: table).rows.count
            guard count == 0 else { throw MoveError.differentVisitors(count: count) }
        }
        try shelve()
        return moved
    }

    private func names() throws(StoreError) -> [InterviewID] {
        var names: [InterviewID] = []
        while true {
            let page = try source.heads(after: names.last, limit: Self.page)
            guard !page.isEmpty else { return names }
            names += page.map(\.interview)
        }
    }

    /// Reads interviews from both sides.
    private func compare(_ names: [InterviewID], step: (Int) -> MoveStep) throws -> Moved {
        var (moved, all) = (Moved(), MovedSum())
        var different: [InterviewID] = []
        for (number, name) in names.enumerated() {
            let one = try Self.reading { () throws(StoreError) in try source.moved(name) }
            let other = try Self.writing { () throws(StoreError) in try target.moved(name) }
            let digest = one.map { Self.hexadecimal($0.digest) }
            if digest != other.map({ Self.hexadecimal($0.digest) }) { different.append(name) }
            all.add([name.text, digest])
            moved.interviews += 1
            moved.events += one?.events.count ?? 0
            try progress(step(number + 1))
        }
        guard different.isEmpty else {
            throw MoveError.different(Array(different.prefix(Self.sample)), count: different.count)
        }
        moved.digest = Self.hexadecimal(all.digest)
        return moved
    }

    /// - Throws: ``MoveError/differentVisitors(count:)`` where the target has others in their place.
    private func missingRows(of table: MovedTable) throws -> MovedRows {
        let wanted = try Self.reading { () throws(StoreError) in try source.moved(table) }
        let kept = try Self.writing { () throws(StoreError) in try target.moved(table) }
        let keys = Set(kept.rows.flatMap { table.keys(of: $0) })
        let missing = Set(wanted.rows).subtracting(kept.rows)
        let different = missing.filter { row in table.keys(of: row).contains { keys.contains($0) } }
        guard different.isEmpty else { throw MoveError.differentVisitors(count: different.count) }
        return MovedRows(table: table, rows: Array(missing))
    }

    /// Makes the target's library anew of what it keeps now.
    private func shelve() throws {
        let keeper = LibraryKeeper(store: target, library: library)
        let behind = try Self.writing { () throws(StoreError) in try keeper.compare() }
        for start in stride(from: 0, to: behind.count, by: 50) {
            let some = Array(behind[start..<min(start + 50, behind.count)])
            try Self.writing { () throws(StoreError) in try keeper.takeIn(some) }
            try progress(.shelved(start + some.count, of: behind.count))
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func reading<Value>(
        _ work: () throws(StoreError) -> Value
    ) throws(MoveError) -> Value {
        do { return try work() } catch { throw .source(error) }
    }

    private static func writing<Value>(
        _ work: () throws(StoreError) -> Value
    ) throws(MoveError) -> Value {
        do { return try work() } catch { throw .target(error) }
    }
}
